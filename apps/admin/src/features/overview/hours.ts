/** The moment at which an hour of mail ends, and the next begins. */
export function hourEnd(startsAt: string): string {
  return new Date(new Date(startsAt).getTime() + 3_600_000).toISOString();
}
