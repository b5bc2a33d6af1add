import { useMutation } from '@urql/vue';
import { ref } from 'vue';
import { SignInDocument, type SignInInput, type SignedInUserFragment } from '../../generated/graphql.ts';
import type { Problem } from '../../ui/form-problems.ts';
import { useFailureWords } from '../../ui/failure-words.ts';

/** Signs in; null when it was refused, which `failure` or the fields then say. */
export function useSignIn(show: (problems: readonly Problem[]) => Promise<void>) {
  const failureWords = useFailureWords();
  const failure = ref<string | null>(null);
  const { executeMutation, fetching } = useMutation(SignInDocument);

  async function signIn(input: SignInInput): Promise<SignedInUserFragment | null> {
    failure.value = null;
    const { data, error } = await executeMutation({ input });
    const result = data?.signIn;
    if (result?.__typename === 'User') return result;
    if (result?.__typename === 'InvalidInput') await show(result.problems);
    else failure.value = failureWords(result, error);
    return null;
  }

  return { signIn, failure, fetching };
}
