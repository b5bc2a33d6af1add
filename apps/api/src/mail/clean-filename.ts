import { withoutUnsafeCharacters } from './unsafe-characters.ts';

/** UTF-16 units of a name on NTFS and APFS; where a file system counts octets, the reader's program shortens it. */
const LONGEST = 255;
/** What is kept of a name that is cut: the ending that tells its type. */
const EXTENSION = /\.[^.\s]{1,20}$/u;

/** What shows nothing, but for what joins and varies the letters and emoji beside it. */
const INVISIBLE =
  /(?![\p{Join_Control}\p{Variation_Selector}\u{e0020}-\u{e007f}])\p{Default_Ignorable_Code_Point}/gu;

/**
 * A name that a reader can keep a file under, and that reads as what it is: no directories, no line ends, nothing that is
 * invisible or turns the direction of a text, no dots and blanks at its end, which Windows drops. '' = nothing is left.
 */
export function cleanFilename(name: string): string {
  const oneLine = withoutUnsafeCharacters(name.replace(/[\t\r\n]+/g, ' ')).replace(INVISIBLE, '');
  const base = oneLine.slice(Math.max(oneLine.lastIndexOf('/'), oneLine.lastIndexOf('\\')) + 1);
  return trimmed(shortened(trimmed(base)));
}

function trimmed(name: string): string {
  return name.replace(/^\s+/u, '').replace(/[\s.]+$/u, '');
}

function shortened(name: string): string {
  if (name.length <= LONGEST) return name;
  const extension = EXTENSION.exec(name)?.[0] ?? '';
  // A surrogate pair that is cut in two leaves half a character, which is none.
  return withoutUnsafeCharacters(name.slice(0, LONGEST - extension.length)) + extension;
}
