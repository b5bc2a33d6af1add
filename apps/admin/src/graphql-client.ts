import { Client, cacheExchange, fetchExchange, mapExchange } from '@urql/vue';
import { errorCode } from './ui/request-failure.ts';

/** The session is a cookie that no script can read; the API takes POST only. */
export function createGraphqlClient({ onUnauthenticated }: { onUnauthenticated: () => void }): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: { credentials: 'same-origin' },
    // Server-sent events on the same address: works behind a plain reverse proxy.
    fetchSubscriptions: true,
    // A list is shown at once from memory and brought up to date behind it.
    requestPolicy: 'cache-and-network',
    exchanges: [
      cacheExchange,
      mapExchange({
        onError(error) {
          if (errorCode(error) === 'UNAUTHENTICATED') onUnauthenticated();
        },
      }),
      fetchExchange,
    ],
  });
}
