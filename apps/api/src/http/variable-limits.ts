/** Entries: no list of the schema takes more than 500. */
const LONGEST_LIST = 1000;
/** Of everything that the variables hold: 500 emails with 200 values each. */
const MOST_VALUES = 100_000;

/**
 * What is too much of the variables, in a sentence; null = nothing. Looked at before anything else is done with them: to coerce half a
 * million values, right or wrong, keeps the process busy for seconds.
 */
export function variableExcess(variables: object): string | null {
  const waiting: unknown[] = [variables];
  let count = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    if (Array.isArray(next) && next.length > LONGEST_LIST) {
      return `A list in the variables is too long: at most ${String(LONGEST_LIST)} entries. Send several requests.`;
    }
    // The values of an object with very many fields take much longer to read than their names.
    const names = Object.keys(next);
    count += names.length;
    if (count > MOST_VALUES) {
      return `The variables hold too many values: at most ${String(MOST_VALUES)}. Send several requests.`;
    }
    for (const name of names) waiting.push((next as Record<string, unknown>)[name]);
  }
  return null;
}
