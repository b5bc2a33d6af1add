/** A range of octets as it is asked for: `start` is the first, `end` the one behind the last. */
export interface ByteRange {
  start: number;
  end: number;
}

/** The unit is written in either case (RFC 9110 section 14.1). */
const SINGLE = /^bytes=(\d*)-(\d*)$/i;

/**
 * The one range that a request asks for (RFC 9110 section 14.2), 'unsatisfiable' where the file does not reach so far, or null = all of
 * it: what is no range, or more than one, may be passed over.
 */
export function requestedRange(
  header: string | undefined,
  sizeBytes: number,
): ByteRange | 'unsatisfiable' | null {
  const [, first = '', last = ''] = SINGLE.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') {
    const length = Math.min(Number(last), sizeBytes);
    return length === 0 ? 'unsatisfiable' : { start: sizeBytes - length, end: sizeBytes };
  }
  const start = Number(first);
  const end = last === '' ? sizeBytes : Math.min(Number(last) + 1, sizeBytes);
  if (last !== '' && Number(last) < start) return null;
  return start < sizeBytes ? { start, end } : 'unsatisfiable';
}
