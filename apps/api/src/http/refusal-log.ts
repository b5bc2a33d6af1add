import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from 'pino';
import type { RequestContext } from '../features/access/index.ts';

const LOGGED: ReadonlySet<unknown> = new Set(['FORBIDDEN', 'UNAUTHENTICATED', 'RATE_LIMITED']);

/** One event for each operation that somebody was refused (OWASP ASVS 5, 16.3.2): who, from where, what. */
export function refusalLog(log: Logger): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: ({ errors, contextValue: { caller, client } }) => {
          for (const { extensions, path } of errors) {
            const { code } = extensions;
            if (!LOGGED.has(code)) continue;
            const who = { actor: caller?.name ?? null, from: client.from };
            log.warn({ event: 'request.refused', code, path, ...who }, 'An operation was refused');
          }
          return Promise.resolve();
        },
      }),
  };
}
