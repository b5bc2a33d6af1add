/** Days before the end of a certificate from which on it is warned of. */
export const warningDays = 21;

const dayMs = 86_400_000;

export type CertificateEnding = { state: 'FINE' } | { state: 'ENDING'; days: number } | { state: 'ENDED' };

/** How near the end is, in whole days that are left: 0 = today. */
export function certificateEnding(validTo: string, now: Date): CertificateEnding {
  const left = new Date(validTo).getTime() - now.getTime();
  if (left <= 0) return { state: 'ENDED' };
  const days = Math.floor(left / dayMs);
  return days < warningDays ? { state: 'ENDING', days } : { state: 'FINE' };
}
