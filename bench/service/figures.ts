export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** By the nearest rank: the 0.95 of twenty is the second largest. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** `1234 (1100 to 1300)`: the median, and how far the rounds lie apart. */
export function spread(numbers: readonly number[], digits = 0): string {
  const [least, middle, most] = [Math.min(...numbers), median(numbers), Math.max(...numbers)];
  return `${middle.toFixed(digits)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`;
}

/** Rounds in which everybody has a turn; who begins moves on from round to round, so that no one always runs behind the same other. */
export async function takeTurns<Name extends string>(
  rounds: number,
  names: readonly Name[],
  act: (name: Name, round: number) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const first = round % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) await act(name, round);
  }
}
