import { CombinedError, type OperationResult } from '@urql/vue';

/** What the panel has words for in `requestFailure` of the locale files. */
const knownCodes = [
  'UNREACHABLE',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'RATE_LIMITED',
  'BAD_USER_INPUT',
  'SERVICE_UNAVAILABLE',
] as const;

export type RequestFailure = (typeof knownCodes)[number] | 'UNKNOWN';

/** The stable code of a request that was not answered with data; UNREACHABLE when there was no answer at all. */
export function errorCode(error: Pick<CombinedError, 'networkError' | 'graphQLErrors'>): RequestFailure {
  // A GraphQL answer may come with any HTTP status; urql then reports both.
  const code = error.graphQLErrors[0]?.extensions['code'];
  if (code === undefined) return error.networkError ? 'UNREACHABLE' : 'UNKNOWN';
  return knownCodes.find((known) => known === code) ?? 'UNKNOWN';
}

/** The data of an answer. Throws what kept it away. */
export function answerOf<Data>({ data, error }: Pick<OperationResult<Data>, 'data' | 'error'>): Data {
  if (data === undefined || data === null)
    throw error ?? new CombinedError({ networkError: new Error('no data') });
  return data;
}
