import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { Caller, RequestContext } from '../features/access/index.ts';

const LOGGED: ReadonlySet<unknown> = new Set(['FORBIDDEN', 'UNAUTHENTICATED', 'RATE_LIMITED']);

export interface RefusedRequest {
  code: unknown;
  /** The field of an operation; the path of a request that was refused at the door. */
  path: GraphQLError['path'] | string;
  caller: Caller | null;
  from: string | null;
}

/** One event for each refusal (OWASP ASVS 5, 16.3.2): who, from where, what. */
export function logRefused(log: Logger, { code, path, caller, from }: RefusedRequest): void {
  log.warn(
    { event: 'request.refused', code, path, actor: caller?.name ?? null, from },
    'A request was refused',
  );
}

/** Of the errors of an operation, those that refuse it to somebody. */
export function logRefusals(
  log: Logger,
  errors: readonly GraphQLError[],
  { caller, client: { from } }: RequestContext,
): void {
  for (const { extensions, path } of errors) {
    const { code } = extensions;
    if (LOGGED.has(code)) logRefused(log, { code, path, caller, from });
  }
}

export function refusalLog(log: Logger): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: ({ errors, contextValue }) => {
          logRefusals(log, errors, contextValue);
          return Promise.resolve();
        },
      }),
  };
}
