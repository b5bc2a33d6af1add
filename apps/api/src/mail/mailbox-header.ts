import { encodedWords, foldedHeader, isPlain } from './encoded-text.ts';
import type { Mailbox } from './mailbox.ts';
import { quote } from './quoted-string.ts';

const ATOMS = /^[\w ]+$/;
const BARE_ADDRESS = /^[^\s"(),:;<>[\\\]]+$/;

/**
 * `To: ...` with every address as approved, to the octet. Made here because nodemailer rewrites
 * addresses: it quotes local parts such as `ada..lovelace` and drops angle brackets inside quotes.
 */
export function mailboxHeader(name: string, mailboxes: readonly Mailbox[]): string {
  const last = mailboxes.length - 1;
  const words = mailboxes.flatMap((mailbox, index) => {
    const name = mailbox.displayName === null ? [] : phraseWords(mailbox.displayName);
    const own = [...name, addressWord(mailbox)];
    return index < last ? [...own.slice(0, -1), `${own.at(-1) ?? ''},`] : own;
  });
  return foldedHeader(name, words);
}

/** A phrase (RFC 5322 section 3.2.5) for `foldedHeader`: atoms, a quoted string, or encoded words. */
export function phraseWords(text: string): string[] {
  if (!isPlain(text)) return encodedWords(text);
  return (ATOMS.test(text) ? text : quote(text)).split(' ');
}

function addressWord({ displayName, address }: Mailbox): string {
  return displayName === null && BARE_ADDRESS.test(address) ? address : `<${address}>`;
}
