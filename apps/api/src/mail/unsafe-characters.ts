/**
 * What may stand in no address, name, subject or file name. C0 and C1 controls, DEL and the Unicode
 * line separators end a header or a line somewhere; the bidirectional controls make a text read as
 * another one (UAX 9); a lone surrogate has no UTF-8 form.
 */
// eslint-disable-next-line no-control-regex -- controls are the subject
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\p{Bidi_Control}\p{Surrogate}]/u;

const ALL_UNSAFE = new RegExp(UNSAFE, 'gu');

export function hasUnsafeCharacter(text: string): boolean {
  return UNSAFE.test(text);
}

export function withoutUnsafeCharacters(text: string): string {
  return text.replace(ALL_UNSAFE, '');
}
