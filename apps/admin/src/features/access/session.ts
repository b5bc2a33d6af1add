import { type Client } from '@urql/vue';
import { type InjectionKey, type ShallowRef, inject, readonly, shallowRef } from 'vue';
import { SessionDocument, SignOutDocument, type SignedInUserFragment } from '../../generated/graphql.ts';

export type SessionState =
  | { name: 'UNKNOWN' }
  | { name: 'UNREACHABLE' }
  | { name: 'NEEDS_SET_UP' }
  | { name: 'SIGNED_OUT' }
  | { name: 'SIGNED_IN'; user: SignedInUserFragment }
  /** Signed in until a request was refused: what is on the screen stays, and signing in again goes on. */
  | { name: 'ENDED'; user: SignedInUserFragment };

export interface Session {
  readonly state: Readonly<ShallowRef<SessionState>>;
  /** Asks the API who is signed in. */
  load(): Promise<void>;
  begin(user: SignedInUserFragment): void;
  end(): void;
  /** Leaves the page, so that nothing of this session stays in memory. */
  signOut(): Promise<void>;
}

export const sessionKey: InjectionKey<Session> = Symbol('session');

export function useSession(): Session {
  const session = inject(sessionKey);
  if (!session) throw new Error('No session was provided.');
  return session;
}

/** `fetchState` asks the API who is signed in; it may have done so already. */
export function createSession(client: Client, fetchState: typeof fetch): Session {
  const state = shallowRef<SessionState>({ name: 'UNKNOWN' });
  return {
    state: readonly(state),
    async load() {
      const { data } = await client
        .query(SessionDocument, {}, { requestPolicy: 'network-only', fetch: fetchState })
        .toPromise();
      if (!data) state.value = { name: 'UNREACHABLE' };
      else if (data.needsSetUp) state.value = { name: 'NEEDS_SET_UP' };
      else if (data.viewer?.user) state.value = { name: 'SIGNED_IN', user: data.viewer.user };
      else state.value = { name: 'SIGNED_OUT' };
    },
    begin(user) {
      state.value = { name: 'SIGNED_IN', user };
    },
    end() {
      if (state.value.name === 'SIGNED_IN') state.value = { name: 'ENDED', user: state.value.user };
    },
    async signOut() {
      await client.mutation(SignOutDocument, {}).toPromise();
      window.location.assign('/sign-in');
    },
  };
}
