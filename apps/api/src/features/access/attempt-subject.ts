import { createHash } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { OF_ACCOUNT, OF_ADDRESS, type AttemptSchedule } from './attempt-schedule.ts';
import { emailKey } from './user.ts';

/** Whose attempts are counted together. */
export interface AttemptSubject {
  key: string;
  /** An account begins anew when its owner succeeds; an address may be shared with whoever guesses. */
  isAccount: boolean;
  schedule: AttemptSchedule;
}

/** A hash: what is typed into the field of the address is sometimes the password. */
export function attemptsOfAccount(email: string): AttemptSubject {
  return { key: `account ${hashOf(emailKey(email.slice(0, 400)))}`, isAccount: true, schedule: OF_ACCOUNT };
}

export function attemptsOfAddress(from: string | null): AttemptSubject {
  return { key: `address ${networkOf(from)}`, isAccount: false, schedule: OF_ADDRESS };
}

/** Of the set-up token, which belongs to no account yet. */
export function attemptsAtSetUp(from: string | null): AttemptSubject {
  return { key: `set-up ${networkOf(from)}`, isAccount: false, schedule: OF_ACCOUNT };
}

/** What is counted for what is told of it, not to slow it down. */
const ONCE_A_MINUTE = { free: 1, firstWaitMs: 60_000, longestWaitMs: 60_000, forgottenAfterMs: 60_000 };

export function refusedTokens(name: string, from: string | null): AttemptSubject {
  return { key: `token ${networkOf(from)} ${name}`, isAccount: false, schedule: ONCE_A_MINUTE };
}

/** Sign-ins that were refused without a look at them. */
export function delayedSignIns(from: string | null): AttemptSubject {
  return { key: `delayed ${networkOf(from)}`, isAccount: false, schedule: ONCE_A_MINUTE };
}

/** One subscriber has at least a /64 of IPv6 (RFC 6177): what moves about in it is one client. */
function networkOf(from: string | null): string {
  if (from === null || !ipaddr.isValid(from)) return 'unknown';
  const address = ipaddr.process(from);
  if (!(address instanceof ipaddr.IPv6)) return address.toString();
  return ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/64`).toString();
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
