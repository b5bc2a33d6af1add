/** What must never be; the seed and the number of the case bring it back. */
export class Finding extends Error {}

export function holds(condition: boolean, what: string, input: unknown): asserts condition {
  if (!condition) throw new Finding(`${what}: ${JSON.stringify(input)}`);
}
