import { GraphQLError } from 'graphql';
import type { AccountTask } from './account-task.ts';

export function callerIsUnknown(): GraphQLError {
  return new GraphQLError('Sign in first: this needs a session, or a token.', {
    extensions: { code: 'UNAUTHENTICATED' },
  });
}

export function callerMayNot({
  user,
  mustFirst,
}: {
  user: unknown;
  mustFirst: AccountTask | null;
}): GraphQLError {
  if (mustFirst !== null) return forbidden(FIRST[mustFirst]);
  return forbidden(
    user === null
      ? 'This token does not have the scope for this: create one that has it.'
      : 'Your role does not allow this: ask an administrator.',
  );
}

const FIRST: Record<AccountTask, string> = {
  CHOOSE_PASSWORD: 'Choose a password of your own first: somebody else knows the present one.',
  SET_UP_SECOND_FACTOR: 'Set up a second factor first: everybody needs one here.',
};

export function callerIsNoPerson(): GraphQLError {
  return forbidden('No token can do this: sign in.');
}

/** What the limits of a token, to some servers or some senders, stand in the way of. */
export function forbidden(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'FORBIDDEN' } });
}

/** The sender is none of those that a token is limited to. */
export function callerMayNotSendAs(): GraphQLError {
  return forbidden('This token may not send as this address: see what it is limited to in the panel.');
}

export function tooManyAttempts(): GraphQLError {
  return new GraphQLError('Too many attempts: wait a few minutes, then try again.', {
    extensions: { code: 'RATE_LIMITED' },
  });
}
