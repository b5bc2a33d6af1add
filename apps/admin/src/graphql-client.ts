import { Client, type Operation, cacheExchange, fetchExchange, mapExchange } from '@urql/vue';
import type { Reauthentication } from './features/access/reauthentication.ts';
import { reauthenticationExchange } from './features/access/reauthentication-exchange.ts';
import { errorCode } from './ui/request-failure.ts';

export interface ClientEvents {
  onUnauthenticated(): void;
  /** Told of each call, as it was asked for. */
  onOperation(operation: Operation): void;
  /** Asks the person for the proof that a mutation was refused without. */
  prove: Reauthentication['prove'];
}

/** The session is a cookie that no script can read; the API takes POST only. */
export function createGraphqlClient({ onUnauthenticated, onOperation, prove }: ClientEvents): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: { credentials: 'same-origin' },
    // Server-sent events on the same address: works behind a plain reverse proxy.
    fetchSubscriptions: true,
    // A list is shown at once from memory and brought up to date behind it.
    requestPolicy: 'cache-and-network',
    exchanges: [
      mapExchange({ onOperation }),
      cacheExchange,
      reauthenticationExchange(prove),
      mapExchange({
        onError(error) {
          if (errorCode(error) === 'UNAUTHENTICATED') onUnauthenticated();
        },
      }),
      fetchExchange,
    ],
  });
}
