import { GraphQLError } from 'graphql';

export function callerIsUnknown(): GraphQLError {
  return new GraphQLError('Sign in first: this needs a session, or a token.', {
    extensions: { code: 'UNAUTHENTICATED' },
  });
}

export function callerMayNot({ user }: { user: unknown }): GraphQLError {
  return forbidden(
    user === null
      ? 'This token does not have the scope for this: create one that has it.'
      : 'Your role does not allow this: ask an administrator.',
  );
}

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
