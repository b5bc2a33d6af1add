import { useI18n } from 'vue-i18n';
import { useFormats } from '../../i18n/formats.ts';

/** How far the API counts. */
const countedUpTo = 10_000;

export function useEmailCounts() {
  const { t } = useI18n();
  const { number } = useFormats();
  return {
    /** A text with a form for one and for many; `values` go into it beside {total}. */
    counted: (key: string, count: number, values: Record<string, unknown> = {}) =>
      t(key, { ...values, total: number(count) }, count),
    /** null = more than are counted. */
    emails: (count: number | null) =>
      count === null
        ? t('outbox.countMany', { total: number(countedUpTo) })
        : t('outbox.count', { total: number(count) }, count),
  };
}
