import { useI18n } from 'vue-i18n';
import { useApiWords } from '../../i18n/api-words.ts';
import type { Reason } from './email-state.ts';

export function useReasonWords() {
  const { t } = useI18n();
  const words = useApiWords();
  return (reason: Reason): string => {
    switch (reason.kind) {
      case 'FAILURE':
        return words.failure(reason.failure).text;
      case 'SERVER_DISABLED':
        return t('emailReasons.serverDisabled');
      case 'PARTLY_REFUSED':
        return t('emailReasons.partlyRefused', { refused: reason.refused, all: reason.all });
    }
  };
}
