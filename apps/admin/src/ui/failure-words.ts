import type { CombinedError } from '@urql/vue';
import { useI18n } from 'vue-i18n';
import type { RefusalWordsFragment } from '../generated/graphql.ts';
import { useApiWords } from '../i18n/api-words.ts';
import { errorCode } from './request-failure.ts';

/** Why a mutation did not do what it was asked: the sentences of the refusal, or what kept the answer away. */
export function useFailureWords() {
  const { t } = useI18n();
  const words = useApiWords();
  return (refusal: RefusalWordsFragment | undefined, error: CombinedError | undefined): string => {
    if (refusal && 'problems' in refusal) return refusal.problems.map(words.problem).join(' ');
    if (refusal) return words.refusal(refusal);
    return error ? t(`requestFailure.${errorCode(error)}`) : '';
  };
}
