import type { CombinedError } from '@urql/vue';
import { useI18n } from 'vue-i18n';
import type { RefusalWordsFragment } from '../generated/graphql.ts';
import { errorCode } from './request-failure.ts';

/** Why a mutation did not do what it was asked: the sentences of the refusal, or what kept the answer away. */
export function useFailureWords() {
  const { t } = useI18n();
  return (refusal: RefusalWordsFragment | undefined, error: CombinedError | undefined): string => {
    if (refusal && 'problems' in refusal) return refusal.problems.map(({ message }) => message).join(' ');
    return refusal?.message ?? (error ? t(`requestFailure.${errorCode(error)}`) : '');
  };
}
