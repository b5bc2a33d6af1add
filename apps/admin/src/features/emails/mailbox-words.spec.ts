import { expect, it } from 'vitest';
import { mailboxWords } from './mailbox-words.ts';

it.each([
  ['ada@example.org', null, 'ada@example.org'],
  ['<ada@example.org>', null, '<ada@example.org>'],
  ['Ada Lovelace <ada@example.org>', 'Ada Lovelace', 'ada@example.org'],
  [' Ada<ada@example.org> ', 'Ada', 'ada@example.org'],
  [String.raw`"Lovelace, \"Ada\"" <ada@example.org>`, 'Lovelace, "Ada"', 'ada@example.org'],
  ['+390471123456', null, '+390471123456'],
  ['<<>', null, '<<>'],
])('shows %s as %j and %j', (mailbox, name, address) => {
  expect(mailboxWords(mailbox)).toEqual({ name, address });
});
