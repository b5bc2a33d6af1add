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
    const values: unknown[] = Array.isArray(next) ? next : Object.values(next);
    if (Array.isArray(next) && values.length > LONGEST_LIST) {
      return `A list in the variables is too long: at most ${String(LONGEST_LIST)} entries. Send several requests.`;
    }
    count += values.length;
    if (count > MOST_VALUES) {
      return `The variables hold too many values: at most ${String(MOST_VALUES)}. Send several requests.`;
    }
    for (const value of values) waiting.push(value);
  }
  return null;
}
