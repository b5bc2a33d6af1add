import type { CombinedError } from '@urql/vue';
import { useI18n } from 'vue-i18n';
import { useFailureWords } from '../../ui/failure-words.ts';
import type { BulkRefusal } from './bulk-order.ts';

/** Why nothing was done to an email. One that is past it says so by the state that it is in meanwhile. */
export function useEmailRefusal() {
  const { t } = useI18n();
  const failureWords = useFailureWords();
  return (refusal: BulkRefusal | undefined, error: CombinedError | undefined): string =>
    refusal?.state === undefined ? failureWords(refusal, error) : t(`emailRefusals.${refusal.state}`);
}
