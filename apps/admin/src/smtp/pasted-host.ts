import type { Protocol } from '../generated/graphql.ts';

/** What a pasted text says about a connection; null = nothing. */
export interface PastedHost {
  hostname: string;
  port: number | null;
  protocol: Protocol | null;
}

const schemes: Readonly<Partial<Record<string, Protocol>>> = {
  smtp: 'SMTP',
  submission: 'SMTP',
  smtps: 'SMTPS',
  submissions: 'SMTPS',
};

const address =
  /^(?:(?<scheme>[a-z]+):\/\/)?(?:[^@/]*@)?(?<host>\[[^\]]*\]|[^:/?#\s]+)(?::(?<port>\d{1,5}))?\/?$/i;

/**
 * What people paste into the host field: `smtp://host:587`, `smtps://host`, `host:25`, `[2001:db8::1]:25`, by the rule of the
 * API. User information is dropped, so that no password ends up in a field that is shown. null where there is nothing
 * to take apart, and for what is no address: the API says what is wrong with that.
 */
export function parsePastedHost(text: string): PastedHost | null {
  const pasted = text.trim();
  const { scheme, host = '', port: digits } = address.exec(pasted)?.groups ?? {};
  const hostname = host.replace(/^\[(.*)\]$/, '$1');
  const protocol = scheme === undefined ? null : schemes[scheme.toLowerCase()];
  const port = digits === undefined ? null : Number(digits);
  if (hostname === '' || hostname === pasted || protocol === undefined) return null;
  return port !== null && (port < 1 || port > 65_535) ? null : { hostname, port, protocol };
}
