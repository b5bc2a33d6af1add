import type { User } from './user.ts';

/** What a person has to do before anything else can be done in their sessions. */
export const AccountTask = {
  CHOOSE_PASSWORD: 'CHOOSE_PASSWORD',
  SET_UP_SECOND_FACTOR: 'SET_UP_SECOND_FACTOR',
} as const;
export type AccountTask = (typeof AccountTask)[keyof typeof AccountTask];

/** The first task of a person; null = there is none. */
export type FirstTask = (
  person: Pick<User, 'temporaryPasswordUntil' | 'secondFactorSince'>,
) => AccountTask | null;

/** The tasks that this deployment gives, one after the other. */
export function firstTaskOf({ isSecondFactorRequired }: { isSecondFactorRequired: boolean }): FirstTask {
  return ({ temporaryPasswordUntil, secondFactorSince }) => {
    if (temporaryPasswordUntil !== null) return AccountTask.CHOOSE_PASSWORD;
    return isSecondFactorRequired && secondFactorSince === null ? AccountTask.SET_UP_SECOND_FACTOR : null;
  };
}
