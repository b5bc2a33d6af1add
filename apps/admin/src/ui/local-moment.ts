/** A moment (RFC 3339, UTC) as a field of type datetime-local shows and takes it: the clock on the reader's wall. '' = none. */
export function toLocalField(moment: string): string {
  if (moment === '') return '';
  const at = new Date(moment);
  const two = (value: number) => String(value).padStart(2, '0');
  const date = [String(at.getFullYear()).padStart(4, '0'), two(at.getMonth() + 1), two(at.getDate())].join(
    '-',
  );
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

export function fromLocalField(typed: string): string {
  const at = new Date(typed);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString();
}
