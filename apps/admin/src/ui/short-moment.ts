import { dateTimeFormat } from '../i18n/intl-formatters.ts';

/**
 * A moment in as few characters as tell it from others near it: the time alone today, without the year this year. In the time zone of
 * the reader.
 */
export function shortMoment(at: Date, now: Date, locale: string): string {
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  const day = { day: 'numeric', month: 'short' } as const;
  const isSameYear = at.getFullYear() === now.getFullYear();
  const isToday = isSameYear && at.getMonth() === now.getMonth() && at.getDate() === now.getDate();
  const options = isToday ? time : isSameYear ? { ...day, ...time } : { ...day, year: 'numeric' as const };
  return dateTimeFormat(locale, options).format(at);
}
