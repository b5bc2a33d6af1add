import { useMutation } from '@urql/vue';
import { reactive, ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { SignInDocument, type SignedInUserFragment } from '../../generated/graphql.ts';
import type { Problem } from '../../ui/form-problems.ts';
import { useFailureWords } from '../../ui/failure-words.ts';

/** Signs in, in one step or in two: with a second factor the API asks for its code once the password is right. */
export function useSignIn(email: string, show: (problems: readonly Problem[]) => Promise<void>) {
  const { t } = useI18n();
  const failureWords = useFailureWords();
  const input = reactive({ email, password: '', code: '' });
  const failure = ref<string | null>(null);
  const isCodeAsked = ref(false);
  const { executeMutation, fetching } = useMutation(SignInDocument);

  /** null when nobody is signed in yet: `isCodeAsked`, `failure` or the fields then say why. */
  async function signIn(): Promise<SignedInUserFragment | null> {
    failure.value = null;
    const { code, ...person } = input;
    const { data, error } = await executeMutation({
      input: isCodeAsked.value ? { ...person, code } : person,
    });
    const result = data?.signIn;
    switch (result?.__typename) {
      case 'User':
        return result;
      case 'SecondFactorRequired':
        if (isCodeAsked.value) await show([{ path: 'code', message: t('secondFactor.codeMissing') }]);
        isCodeAsked.value = true;
        break;
      case 'InvalidInput':
        await show(result.problems);
        break;
      case 'WrongCredentials':
        // The password was right a moment ago; the API does not tell a guesser which of them is wrong.
        if (isCodeAsked.value) await show([{ path: 'code', message: t('secondFactor.codeWrong') }]);
        else failure.value = failureWords(result, error);
        break;
      default:
        failure.value = failureWords(result, error);
    }
    return null;
  }

  /** Back to the first step. */
  function beginAgain() {
    Object.assign(input, { password: '', code: '' });
    failure.value = null;
    isCodeAsked.value = false;
  }

  return { input, signIn, failure, fetching, isCodeAsked, beginAgain };
}
