import type { ReauthenticationRequired } from './access.requests.ts';
import type { Caller } from './request-context.ts';

/** So long a sign-in, or the last reauthentication, counts as a fresh proof (OWASP ASVS 5 section 7.5). */
export const FRESH_MS = 10 * 60_000;

/**
 * null = go on. Only people are asked: a token has no second proof, and whoever made it gave one.
 */
export function reauthenticationRequired(caller: Caller, now: Date): ReauthenticationRequired | null {
  if (caller.user === null) return null;
  const last = caller.session?.authenticatedAt;
  if (last !== undefined && now.getTime() - last.getTime() < FRESH_MS) return null;
  return {
    refusal: 'ReauthenticationRequired',
    code: 'REAUTHENTICATION_REQUIRED',
    message: 'Enter your password again, to show that it is still you: then this is done.',
    acceptsCode: caller.user.secondFactorSince !== null,
  };
}
