const units = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const;

export interface RelativeTime {
  value: number;
  unit: Intl.RelativeTimeFormatUnit;
}

/** How long ago, in the largest whole unit; "0 seconds", which reads "now", below a minute and for a clock that is ahead. */
export function relativeTime(at: Date, now: Date): RelativeTime {
  const elapsed = (now.getTime() - at.getTime()) / 1000;
  const largest = units.find(({ seconds }) => elapsed >= seconds);
  return largest
    ? { value: -Math.floor(elapsed / largest.seconds), unit: largest.unit }
    : { value: 0, unit: 'second' };
}
