import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../features/access/index.ts';

/** "Did you mean ...?" would spell the schema out, name by name, to those to whom it is not shown. */
export const noSuggestions: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ contextValue, response: { body } }) => {
        if (contextValue.caller === null && body.kind === 'single') {
          const errors = body.singleResult.errors?.map((error) => ({
            ...error,
            message: withoutSuggestion(error.message),
          }));
          if (errors !== undefined) body.singleResult.errors = errors;
        }
        return Promise.resolve();
      },
    }),
};

export function withoutSuggestion(message: string): string {
  return message.replace(/ ?Did you mean .*\?$/s, '');
}
