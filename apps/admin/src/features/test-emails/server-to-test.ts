import { useQuery } from '@urql/vue';
import { SmtpServerToTestDocument } from '../../generated/graphql.ts';

/**
 * A server with its tests. Whoever asks for the same shares one request, and with it this context: a server without a test
 * names none, so the cache could not tell that the first one concerns it.
 */
export function useServerToTest(id: () => string) {
  return useQuery({
    query: SmtpServerToTestDocument,
    variables: () => ({ id: id() }),
    context: { additionalTypenames: ['TestReport'] },
  });
}
