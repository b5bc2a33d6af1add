import { createGraphiQLFetcher, type Fetcher, type FetcherParams } from '@graphiql/toolkit';
import { getOperationAST, OperationTypeNode, parse } from 'graphql';
import { createClient } from 'graphql-sse';
import { readErrors } from './graphql-errors.ts';

const url = '/graphql';

/**
 * Queries and mutations as POST of JSON, subscriptions as server-sent events, both with the session cookie.
 * @param onAnswer told after each answer whether it was refused for want of a session
 */
export function createFetcher(onAnswer: (unauthenticated: boolean) => void): Fetcher {
  const fetchWithSession: typeof fetch = async (input, init) => {
    const response = await fetch(input, { ...init, credentials: 'same-origin' });
    const errors = await readErrors(response);
    onAnswer(errors.some((error) => error.extensions?.code === 'UNAUTHENTICATED'));
    return response;
  };

  const once = createGraphiQLFetcher({ url, fetch: fetchWithSession, enableIncrementalDelivery: false });

  return (request, options) => {
    if (!isSubscription(request)) return once(request, options);
    const { operationName, ...rest } = request;
    return createClient({
      url,
      headers: options?.headers ?? {},
      fetchFn: fetchWithSession,
      // A stream that starts again by itself would show its first events twice: the reader runs it again.
      retryAttempts: 0,
    }).iterate(operationName ? { ...rest, operationName } : rest);
  };
}

// Not from options.documentAST: the editor works that out a moment after the last key, and Ctrl+Enter may come before.
function isSubscription({ query, operationName }: FetcherParams): boolean {
  try {
    return getOperationAST(parse(query), operationName)?.operation === OperationTypeNode.SUBSCRIPTION;
  } catch {
    return false; // a syntax error: the server says where
  }
}
