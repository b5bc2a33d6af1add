/** A mailbox as a list shows it: the name above the address. For the eye alone: what is sent is parsed by the API. */
export interface MailboxWords {
  name: string | null;
  address: string;
}

/** Of `Ada <ada@example.org>`, `"Lovelace, Ada" <ada@example.org>` or `ada@example.org`; whatever else it is, is taken for the address. */
export function mailboxWords(mailbox: string): MailboxWords {
  const { phrase, address } = /^(?<phrase>.*\S)\s*<(?<address>[^<>]+)>$/s.exec(mailbox.trim())?.groups ?? {};
  if (phrase === undefined || address === undefined) return { name: null, address: mailbox.trim() };
  const quoted = /^"(.*)"$/s.exec(phrase)?.[1];
  return { name: quoted?.replaceAll(/\\(.)/g, '$1') ?? phrase, address };
}
