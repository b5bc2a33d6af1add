import type { InputProblem } from '../../refusals/refusal.ts';
import { textProblems } from '../../refusals/text-problem.ts';

export const Role = { ADMIN: 'ADMIN', OPERATOR: 'OPERATOR', VIEWER: 'VIEWER' } as const;
export type Role = (typeof Role)[keyof typeof Role];

export interface User {
  id: string;
  email: string;
  name: string;
  role: Role;
  isDisabled: boolean;
  lastSeenAt: Date | null;
  createdAt: Date;
}

/** NIST SP 800-63B section 3.1.1.2 asks for 15 where the password stands alone; shorter than 12 is refused here, 15 is advised. */
export const SHORTEST_PASSWORD = 12;
/** A bound for the hash function, far above every passphrase. */
const LONGEST_PASSWORD = 1000;

/** The one spelling of a sign-in name. */
export function emailKey(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase();
}

export function userProblems(user: { email: string; name: string; password: string }): InputProblem[] {
  return [
    ...emailProblems(user.email),
    ...textProblems('name', user.name.trim(), { longest: 100, whenEmpty: 'Enter a name.' }),
    ...userPasswordProblems(user.password),
  ];
}

function emailProblems(email: string): InputProblem[] {
  const message = 'Enter an email address such as ada@example.org: it is the sign-in name.';
  if (email.trim() === '') return [{ path: 'email', code: 'REQUIRED', message }];
  if (email.length > 320)
    return [{ path: 'email', code: 'TOO_LONG', message: 'Shorten it to at most 320 characters.' }];
  return /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(email.trim())
    ? []
    : [{ path: 'email', code: 'BAD_FORMAT', message }];
}

function userPasswordProblems(password: string): InputProblem[] {
  if ([...password].length < SHORTEST_PASSWORD) {
    const message = `Use at least ${String(SHORTEST_PASSWORD)} characters; 15 or more are better, and a few words together are fine.`;
    return [{ path: 'password', code: 'PASSWORD_TOO_SHORT', message }];
  }
  return password.length > LONGEST_PASSWORD
    ? [
        {
          path: 'password',
          code: 'TOO_LONG',
          message: `Shorten it to at most ${String(LONGEST_PASSWORD)} characters.`,
        },
      ]
    : [];
}
