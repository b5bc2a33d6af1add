import { isIPv4, isIPv6 } from 'node:net';
import { domainToASCII } from 'node:url';
import { Protocol } from './smtp-settings.ts';

/** RFC 1035 section 2.3.4: 255 octets on the wire are 253 characters. */
const MAX_NAME = 253;
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/**
 * A host as it is looked up, connected to and verified: white space trimmed, IPv6 literals without brackets, IDN as
 * A-labels, lower case, no trailing dot, numbers that mean an IPv4 address (`127.1`, `0x7f000001`) written as one.
 * null for what is no host name. Underscores pass: names of containers have them.
 */
export function normaliseHostname(input: string): string | null {
  const trimmed = input.trim();
  if (trimmed.length > 4 * MAX_NAME) return null;
  const literal = /^\[(.*)\]$/.exec(trimmed)?.[1] ?? trimmed;
  if (isIPv6(literal)) return literal.includes('%') ? null : literal.toLowerCase();
  // domainToASCII decodes percent signs and cuts at a slash, as URLs do; a host name has neither.
  if (/[\s%/\\?#@:[\]<>\p{Cc}\p{Cf}]/u.test(trimmed)) return null;
  const name = domainToASCII(trimmed).replace(/\.$/, '');
  if (isIPv4(name)) return name;
  return name.length <= MAX_NAME && name.split('.').every((label) => LABEL.test(label)) ? name : null;
}

export interface PastedHost {
  hostname: string;
  port: number | null;
  protocol: Protocol | null;
}

const SCHEMES: Readonly<Record<string, Protocol>> = {
  smtp: Protocol.SMTP,
  submission: Protocol.SMTP,
  smtps: Protocol.SMTPS,
  submissions: Protocol.SMTPS,
};

/**
 * What people paste into the host field: `smtp://host:587`, `smtps://host`, `host:25`, `[2001:db8::1]:25`. User
 * information is dropped, so that no password ends up in a field that is shown. null where no host name comes out.
 */
export function parsePastedHost(input: string): PastedHost | null {
  const parts = /^(?:([a-z]+):\/\/)?(?:[^@/]*@)?(\[[^\]]*\]|[^:/?#]*|[0-9a-f:.]*)(?::(\d{1,5}))?\/?$/i.exec(
    input.trim(),
  );
  if (parts === null) return null;
  const protocol = parts[1] === undefined ? null : SCHEMES[parts[1].toLowerCase()];
  const hostname = normaliseHostname(parts[2] ?? '');
  const port = parts[3] === undefined ? null : Number(parts[3]);
  if (hostname === null || protocol === undefined) return null;
  if (port !== null && (port < 1 || port > 65_535)) return null;
  return { hostname, port, protocol };
}
