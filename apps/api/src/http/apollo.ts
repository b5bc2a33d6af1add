import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { RequestContext } from '../features/access/index.ts';
import { parseOptions } from './document-limits.ts';
import { errorFormatter } from './graphql-error.ts';
import { noSuggestions } from './no-suggestions.ts';
import { refusalLog } from './refusal-log.ts';
import { variableCheck } from './variable-check.ts';

export function createApollo(schema: GraphQLSchema, log: Logger): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema,
    plugins: [
      variableCheck,
      noSuggestions,
      refusalLog(log),
      // It looks at every field of every answer, and we send no-store.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
    parseOptions,
    // A document that comes as a hash alone would pass the limits unseen.
    persistedQueries: false,
    formatError: errorFormatter(log),
    // Both depend on NODE_ENV unless they are said.
    includeStacktraceInErrorResponses: false,
    // Whether it may be asked for was decided at the door.
    introspection: true,
    // main.ts stops the service, in its own order.
    stopOnTerminationSignals: false,
    logger: log,
  });
}
