const UNITS = ['kB', 'MB', 'GB'] as const;
const UNIT = 1024;

/** "10.5 MB", in units of 1,024: as the panel writes sizes, and as limits are typed there. */
export function readableSize(bytes: number): string {
  if (bytes < UNIT) return bytes === 1 ? '1 byte' : `${String(bytes)} bytes`;
  let size = bytes / UNIT;
  let unit = 0;
  // What would be written as 1024 of one unit is 1 of the next.
  while (size >= UNIT - 0.05 && unit < UNITS.length - 1) {
    size /= UNIT;
    unit += 1;
  }
  return `${size.toFixed(1).replace(/\.0$/, '')} ${UNITS[unit] ?? ''}`;
}
