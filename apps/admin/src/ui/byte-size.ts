/** Units a size is typed in, in bytes; the largest first. */
export const ByteUnit = { MB: 1_048_576, KB: 1_024, BYTES: 1 } as const;
export type ByteUnit = keyof typeof ByteUnit;

export interface ByteSize {
  amount: number | null;
  unit: ByteUnit;
}

/** The same size in the largest unit that needs no decimals; null (no limit) is an empty amount of megabytes. */
export function byteSizeOf(bytes: number | null): ByteSize {
  if (bytes === null || bytes === 0) return { amount: bytes, unit: 'MB' };
  if (bytes % ByteUnit.MB === 0) return { amount: bytes / ByteUnit.MB, unit: 'MB' };
  if (bytes % ByteUnit.KB === 0) return { amount: bytes / ByteUnit.KB, unit: 'KB' };
  return { amount: bytes, unit: 'BYTES' };
}

export function bytesOf({ amount, unit }: ByteSize): number | null {
  return amount === null ? null : Math.round(amount * ByteUnit[unit]);
}
