/** Tab and the spaces of every script. A line break is not among them: it never passes, not even at the end. */
const OUTER_BLANKS = /^[\t\p{Zs}]+|[\t\p{Zs}]+$/gu;

/** What people paste around a value, taken off. Quadratic in runs of blanks: limit the length before. */
export function withoutOuterBlanks(text: string): string {
  return text.replace(OUTER_BLANKS, '');
}
