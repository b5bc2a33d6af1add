/** What a server offers in its answer to EHLO (RFC 5321 section 4.1.1.1). After HELO: nothing. */
export interface Capabilities {
  startTls: boolean;
  pipelining: boolean;
  eightBitMime: boolean;
  smtpUtf8: boolean;
  /** Octets; null = no SIZE, or one without a fixed limit (RFC 1870 section 3). */
  maxMessageBytes: number | null;
  size: boolean;
  /** Upper case, as offered; null = no AUTH at all. */
  authMechanisms: readonly string[] | null;
}

export const noCapabilities: Capabilities = {
  startTls: false,
  pipelining: false,
  eightBitMime: false,
  smtpUtf8: false,
  maxMessageBytes: null,
  size: false,
  authMechanisms: null,
};

/** Reads the lines of a 250 reply to EHLO; the first one is the server's name. Unknown keywords are ignored. */
export function capabilitiesOf(lines: readonly string[]): Capabilities {
  const offered: Capabilities = { ...noCapabilities };
  for (const line of lines.slice(1)) {
    // "AUTH=LOGIN" is how servers spelled it before RFC 2554; some still offer both spellings.
    const [keyword = '', ...parameters] = line.toUpperCase().split(/[ =]+/, 64);
    if (keyword === 'STARTTLS') offered.startTls = true;
    else if (keyword === 'PIPELINING') offered.pipelining = true;
    else if (keyword === '8BITMIME') offered.eightBitMime = true;
    else if (keyword === 'SMTPUTF8') offered.smtpUtf8 = true;
    else if (keyword === 'SIZE') {
      offered.size = true;
      offered.maxMessageBytes = sizeLimit(parameters[0]);
    } else if (keyword === 'AUTH') {
      const named = parameters.filter((name) => /^[A-Z0-9_-]{1,20}$/.test(name));
      offered.authMechanisms = [...new Set([...(offered.authMechanisms ?? []), ...named])];
    }
  }
  return offered;
}

function sizeLimit(parameter: string | undefined): number | null {
  if (parameter === undefined || !/^\d{1,20}$/.test(parameter)) return null;
  const limit = Number(parameter);
  return limit === 0 ? null : limit;
}
