/** Whom the server was told, as it stood on the wire: for a fax server that is the gateway's address of the number. */
export interface ToldAddresses {
  from: string;
  to: string | null;
}

/** Null = the test did not come that far. */
export function toldAddresses(transcript: readonly string[]): ToldAddresses | null {
  const from = address(transcript, /^C: MAIL FROM:<(.*?)>/);
  return from === null ? null : { from, to: address(transcript, /^C: RCPT TO:<(.*?)>/) };
}

function address(transcript: readonly string[], command: RegExp): string | null {
  for (const line of transcript) {
    const [, found] = command.exec(line) ?? [];
    if (found !== undefined) return found;
  }
  return null;
}
