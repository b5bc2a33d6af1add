/** The wish that this process ends: `asked` tells why, null = somebody stopped it in the ordinary way. */
export interface StopRequest {
  asked: Promise<string | null>;
  ask: (reason: string | null) => void;
}

/**
 * Made before anything is started, so that a signal during the start is kept and nothing is left running behind. Ctrl-C reaches every
 * process of the terminal's group, and a parent passes it on: the second signal must not cut the stop short.
 */
export function stopRequest(): StopRequest {
  let ask: StopRequest['ask'] = () => undefined;
  const asked = new Promise<string | null>((resolve) => {
    ask = resolve;
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      ask(null);
    });
  }
  return { asked, ask };
}
