const UNITS = ['kB', 'MB', 'GB'] as const;

/** "10.5 MB": decimal units, as the file lists of today's systems show them. */
export function readableSize(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${String(bytes)} bytes`;
  let size = bytes / 1000;
  let unit = 0;
  // What would be written as 1000 of one unit is 1 of the next.
  while (size >= 999.95 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${size.toFixed(1).replace(/\.0$/, '')} ${UNITS[unit] ?? ''}`;
}
