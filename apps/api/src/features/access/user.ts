import type { InputProblem } from '../../refusals/refusal.ts';
import { textProblems } from '../../refusals/text-problem.ts';
import { domainOnTheWire } from '../../mail/domain-name.ts';
import { parseMailbox } from '../../mail/mailbox.ts';
import { isGuessedFirst } from './guessed-passwords.ts';
import { asHashed } from './passwords.ts';

export const Role = { ADMIN: 'ADMIN', OPERATOR: 'OPERATOR', VIEWER: 'VIEWER' } as const;
export type Role = (typeof Role)[keyof typeof Role];

export interface User {
  id: string;
  email: string;
  name: string;
  role: Role;
  isDisabled: boolean;
  /** null = a password is all that the person needs to sign in. */
  secondFactorSince: Date | null;
  /** Somebody else knows the password: until then it can be used, to choose another one. null = it is the person's own. */
  temporaryPasswordUntil: Date | null;
  lastSeenAt: Date | null;
  createdAt: Date;
}

export interface NewUser {
  email: string;
  name: string;
  password: string;
}

/** NIST SP 800-63B section 3.1.1.2 asks for 15 where the password stands alone; shorter than 12 is refused here, 15 is advised. */
export const SHORTEST_PASSWORD = 12;
/** So many days a password that somebody else chose can be used (OWASP ASVS 5, 6.4.1). */
export const TEMPORARY_PASSWORD_DAYS = 7;
/** A bound for the hash function, far above every passphrase. */
const LONGEST_PASSWORD = 1000;

/** The one spelling of a sign-in name: in lower case, its domain in A-labels. What is no address is as it is, to be found nowhere. */
export function emailKey(email: string): string {
  const text = email.trim().normalize('NFKC').toLowerCase();
  const behindAt = text.lastIndexOf('@') + 1;
  const wire = domainOnTheWire(text.slice(behindAt));
  return 'domain' in wire ? text.slice(0, behindAt) + wire.domain : text;
}

export function userProblems(user: NewUser): InputProblem[] {
  return [
    ...emailProblems(user.email),
    ...userNameProblems(user.name),
    ...userPasswordProblems('password', user.password, user),
  ];
}

export function userNameProblems(name: string): InputProblem[] {
  return textProblems('name', name.trim(), { longest: 100, whenEmpty: 'Enter a name.' });
}

function emailProblems(email: string): InputProblem[] {
  const message = 'Enter an email address such as ada@example.org: it is the sign-in name.';
  if (email.trim() === '') return [{ path: 'email', code: 'REQUIRED', message }];
  if (email.length > 320)
    return [{ path: 'email', code: 'TOO_LONG', message: 'Shorten it to at most 320 characters.' }];
  return isSignInName(email.trim()) ? [] : [{ path: 'email', code: 'BAD_FORMAT', message }];
}

/** A mailbox and nothing around it, all of it visible: what looks like another user's address is no sign-in name. */
function isSignInName(text: string): boolean {
  return 'address' in parseMailbox(text, 'lenient') && /^[^\s@<>()"\p{Cf}]+@[^\s@<>()"\p{Cf}]+$/u.test(text);
}

/** No rules of composition (NIST SP 800-63B section 3.1.1.2): long enough, and not one that is guessed first. */
export function userPasswordProblems(
  path: string,
  password: string,
  person: { email: string; name: string },
): InputProblem[] {
  if (password.length > LONGEST_PASSWORD) {
    const message = `Shorten it to at most ${String(LONGEST_PASSWORD)} characters.`;
    return [{ path, code: 'TOO_LONG', message }];
  }
  if (!password.isWellFormed()) {
    return [{ path, code: 'BAD_FORMAT', message: 'Remove the character that is not valid Unicode.' }];
  }
  if ([...asHashed(password)].length < SHORTEST_PASSWORD) {
    const message = `Use at least ${String(SHORTEST_PASSWORD)} characters; 15 or more are better, and a few words together are fine.`;
    return [{ path, code: 'PASSWORD_TOO_SHORT', message }];
  }
  if (isGuessedFirst(password, person)) {
    const message =
      'Choose another password: this one is known from leaks, or is made of your name or address, and is tried first by whoever guesses.';
    return [{ path, code: 'PASSWORD_LEAKED', message }];
  }
  return [];
}
