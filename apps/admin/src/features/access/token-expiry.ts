/** When a new token is to end: after some days, on a day of one's own, or never. */
export const tokenExpiries = ['DAYS_7', 'DAYS_30', 'DAYS_90', 'DAYS_365', 'DATE', 'NEVER'] as const;
export type TokenExpiry = (typeof tokenExpiries)[number];

export const daysOf: Readonly<Partial<Record<TokenExpiry, number>>> = {
  DAYS_7: 7,
  DAYS_30: 30,
  DAYS_90: 90,
  DAYS_365: 365,
};

const dayMs = 86_400_000;

/**
 * As the API takes it; null = it does not end, undefined = no day was chosen.
 * @param day of a field of type date, "2026-11-30": the last whole day on the reader's calendar
 */
export function expiresAt(expiry: TokenExpiry, day: string, now: Date): string | null | undefined {
  if (expiry === 'NEVER') return null;
  if (expiry !== 'DATE') return new Date(now.getTime() + (daysOf[expiry] ?? 0) * dayMs).toISOString();
  const begin = new Date(`${day}T00:00`);
  if (Number.isNaN(begin.getTime())) return undefined;
  begin.setDate(begin.getDate() + 1);
  return begin.toISOString();
}

/** Days before its end from which on a token is pointed out. */
const warningDays = 7;

export type TokenEnding =
  { state: 'NEVER' } | { state: 'FINE' } | { state: 'ENDING'; days: number } | { state: 'ENDED' };

/** How near the end is, in whole days that are left: 0 = today. */
export function tokenEnding(endsAt: string | null, now: Date): TokenEnding {
  if (endsAt === null) return { state: 'NEVER' };
  const left = new Date(endsAt).getTime() - now.getTime();
  if (left <= 0) return { state: 'ENDED' };
  const days = Math.floor(left / dayMs);
  return days < warningDays ? { state: 'ENDING', days } : { state: 'FINE' };
}
