import { GraphQLError } from 'graphql';

export function callerIsUnknown(): GraphQLError {
  return new GraphQLError('Sign in first: this needs a session.', {
    extensions: { code: 'UNAUTHENTICATED' },
  });
}

export function callerMayNot(): GraphQLError {
  return new GraphQLError('Your role does not allow this: ask an administrator.', {
    extensions: { code: 'FORBIDDEN' },
  });
}

/** What the limits of a token, to some servers or some senders, stand in the way of. */
export function forbidden(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'FORBIDDEN' } });
}
