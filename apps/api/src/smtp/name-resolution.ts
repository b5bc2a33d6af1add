import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { systemClock } from './clock.ts';
import { SmtpFailureCode } from './failure-code.ts';
import { SharedLookups } from './shared-lookups.ts';

/** More than any mail server has; DNS can answer with hundreds. */
const MAX_ADDRESSES = 16;

/** The addresses of a name, in the order in which they should be tried. Rejects with a DNS error code. */
export type Resolver = (hostname: string) => Promise<readonly string[]>;

// One for the process, as its threads are.
const lookups = new SharedLookups(async (hostname) => {
  const found = await lookup(hostname, { all: true, order: 'verbatim' });
  return found.map(({ address }) => address);
}, systemClock);

/** As the machine itself resolves: A and AAAA, its hosts file and its search domains included. */
export const systemResolver: Resolver = (hostname) => lookups.addressesOf(hostname);

const NO_SUCH_NAME = new Set(['ENOTFOUND', 'ENODATA', 'NOTFOUND', 'NODATA']);

/** Which failure a resolver's error is. */
export function lookupFailureCode(error: unknown): SmtpFailureCode {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return NO_SUCH_NAME.has(code) ? SmtpFailureCode.NAME_NOT_FOUND : SmtpFailureCode.NAME_LOOKUP_FAILED;
}

/**
 * Literals are not looked up, and names below `.invalid` never exist, whatever DNS says or does not say (RFC 6761
 * section 6.4). Empty = the name does not exist.
 */
export async function addressesOf(hostname: string, resolver: Resolver): Promise<readonly string[]> {
  if (isIP(hostname) !== 0) return [hostname];
  if (hostname === 'invalid' || hostname.endsWith('.invalid')) return [];
  const found = await resolver(hostname);
  return [...new Set(found)].filter((address) => isIP(address) !== 0).slice(0, MAX_ADDRESSES);
}
