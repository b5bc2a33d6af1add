/** Milliseconds. */
export interface AttemptLimits {
  /** To connect, for a handshake, and for each whole reply; a write may go as long without progress. */
  replyMs: number;
  /** For the whole attempt, up to the final dot. */
  attemptMs: number;
  /** For the reply to the final dot. */
  afterDotMs: number;
  /** How much longer than attemptMs it may last while only that reply is outstanding. */
  attemptAfterDotMs: number;
  /** For the reply to QUIT, which changes nothing any more. */
  quitMs: number;
  /** Silence of a new connection after which a second one asks whether the port wants TLS. */
  probeAfterMs: number;
}

const seconds = (count: number) => count * 1000;

/** Somebody is waiting: a test ends within timeout + 30 s, and 2 minutes. */
export function testLimits(timeoutSeconds: number): AttemptLimits {
  return {
    replyMs: seconds(timeoutSeconds),
    attemptMs: seconds(Math.min(timeoutSeconds + 30, 120)),
    afterDotMs: seconds(timeoutSeconds),
    attemptAfterDotMs: seconds(60),
    quitMs: seconds(1),
    probeAfterMs: seconds(5),
  };
}

/**
 * After the dot at least 10 minutes, whatever the administrator set: a client that leaves earlier makes duplicates
 * (RFC 5321 section 4.5.3.2.6, RFC 1047).
 */
export function deliveryLimits(timeoutSeconds: number): AttemptLimits {
  const afterDotMs = seconds(Math.max(timeoutSeconds, 600));
  return {
    ...testLimits(timeoutSeconds),
    attemptMs: seconds(3600),
    afterDotMs,
    attemptAfterDotMs: afterDotMs,
  };
}
