import { createSharedComposable, useNow } from '@vueuse/core';
import { dateTimeFormat, relativeTimeFormat } from '../i18n/intl-formatters.ts';
import { useLanguage } from '../i18n/language-choice.ts';
import { relativeTime } from './relative-time.ts';
import { shortMoment } from './short-moment.ts';

/** One clock for all that show how long ago something was. */
const useClock = createSharedComposable(() => useNow({ interval: 15_000 }));

/** Moments of the API (RFC 3339) in the words of the reader's language and time zone. */
export function useMoments() {
  const { formats: locale } = useLanguage();
  const now = useClock();
  return {
    now,
    date: (at: string) => dateTimeFormat(locale.value, { dateStyle: 'medium' }).format(new Date(at)),
    /** Of the day, as an axis wants it. */
    hour: (at: string) =>
      dateTimeFormat(locale.value, { hour: 'numeric', minute: '2-digit' }).format(new Date(at)),
    /** Of "2026-11". */
    month: (at: string) =>
      dateTimeFormat(locale.value, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(at)),
    /** Of a day that is named elsewhere. */
    time: (at: string) => dateTimeFormat(locale.value, { timeStyle: 'medium' }).format(new Date(at)),
    /** As short as a column of a list wants it. */
    short: (at: string) => shortMoment(new Date(at), now.value, locale.value),
    exact: (at: string) =>
      dateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'long' }).format(new Date(at)),
    ago: (at: string) => {
      const { value, unit } = relativeTime(new Date(at), now.value);
      return relativeTimeFormat(locale.value, { numeric: 'auto', style: 'short' }).format(value, unit);
    },
  };
}
