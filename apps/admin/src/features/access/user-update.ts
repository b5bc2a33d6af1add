import { useMutation } from '@urql/vue';
import { UpdateUserDocument, type UpdateUserInput } from '../../generated/graphql.ts';
import { useSession } from './session.ts';

/** Changes a user. Who changes their own role sees the panel that goes with it; who disables themselves is signed out. */
export function useUserUpdate() {
  const session = useSession();
  const { executeMutation, fetching } = useMutation(UpdateUserDocument);

  async function update(input: UpdateUserInput) {
    const { data, error } = await executeMutation({ input });
    const result = data?.updateUser;
    const { state } = session;
    if (result?.__typename === 'User' && 'user' in state.value && state.value.user.id === result.id) {
      if (result.isDisabled) window.location.assign('/sign-in');
      else session.begin(result);
    }
    return { result, error };
  }

  return { update, fetching };
}
