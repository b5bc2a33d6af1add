import { useMutation } from '@urql/vue';
import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { SignInDocument, type SignInInput, type SignedInUserFragment } from '../../generated/graphql.ts';
import type { Problem } from '../../ui/form-problems.ts';
import { errorCode } from '../../ui/request-failure.ts';

/** Signs in; null when it was refused, which `failure` or the fields then say. */
export function useSignIn(show: (problems: readonly Problem[]) => Promise<void>) {
  const { t } = useI18n();
  const failure = ref<string | null>(null);
  const { executeMutation, fetching } = useMutation(SignInDocument);

  async function signIn(input: SignInInput): Promise<SignedInUserFragment | null> {
    failure.value = null;
    const { data, error } = await executeMutation({ input });
    const result = data?.signIn;
    if (result?.__typename === 'User') return result;
    if (result?.__typename === 'InvalidInput') await show(result.problems);
    else failure.value = result?.message ?? (error ? t(`requestFailure.${errorCode(error)}`) : null);
    return null;
  }

  return { signIn, failure, fetching };
}
