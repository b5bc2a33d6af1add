// Stand-ins for languages that nobody has translated into yet, named as Unicode CLDR names them. They are made of the English
// texts while these are shown, so that tests can look whether every screen bears them. No menu offers them.
export const pseudoLanguages = {
  /** Letters from outside ASCII, and 40 % longer than English, as German and Finnish may be. */
  'en-XA': { dir: 'ltr', write: (text: string) => lengthened(accented(text)) },
  /** English, laid out from right to left. */
  'ar-XB': { dir: 'rtl', write: (text: string) => text },
} as const;
export type PseudoLanguage = keyof typeof pseudoLanguages;

export function isPseudoLanguage(value: string): value is PseudoLanguage {
  return value in pseudoLanguages;
}

const plain = 'AaCcDdEeGgIiNnOoSsUuYyZz';
const marked = 'ÅåÇçĐđÊêĞğÎîÑñÖöŠšÛûÝýŽž';

function accented(text: string): string {
  return text.replaceAll(/[A-Za-z]/g, (letter) => marked.charAt(plain.indexOf(letter)) || letter);
}

function lengthened(text: string): string {
  const padding = 'ẽxṭrå '.repeat(Math.ceil(text.length / 6)).slice(0, Math.ceil(text.length * 0.4));
  return `[${text} ${padding.trim()}]`;
}
