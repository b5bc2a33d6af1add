// What servers say, one reply after the other, and what a broken, hostile or half-dead one makes of it.
import type { SeededRandom } from './seeded-random.ts';

const valid: readonly (readonly string[])[] = [
  [
    '220 mail.test ESMTP\r\n',
    '250-mail.test\r\n250-SIZE 10000\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN CRAM-MD5\r\n',
    '235 2.7.0 Welcome\r\n',
    '250 2.1.0 Ok\r\n',
    '250 2.1.5 Ok\r\n',
    '354 Go\r\n',
    '250 2.0.0 Ok: queued as 1\r\n',
    '221 2.0.0 Bye\r\n',
  ],
  [
    '220-first line\r\n220 second line\r\n',
    '250-mail.test\r\n250 AUTH LOGIN\r\n',
    '334 VXNlcm5hbWU6\r\n',
    '334 UGFzc3dvcmQ6\r\n',
    '235 Ok\r\n',
    '250 Ok\r\n',
    '251 will forward\r\n',
    '354 Go\r\n',
    '554 5.7.1 No\r\n',
  ],
  [
    '220 x\r\n',
    '250-x\r\n250 AUTH CRAM-MD5\r\n',
    '334 PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2U+\r\n',
    '535 5.7.8 No\r\n',
  ],
  ['220 x\r\n', '502 5.5.1 What?\r\n', '250 x\r\n', '250 Ok\r\n', '550 5.1.1 No such user\r\n'],
  ['220 x\r\n', '250-x\r\n250 STARTTLS\r\n', '220 Go\r\n', '\x16\x03\x03\x00\x7a\x02\x00\x00\x76\x03\x03'],
  [
    '220 x\r\n',
    '250-x\r\n250 STARTTLS\r\n',
    '454 4.7.0 Later\r\n',
    '250 Ok\r\n',
    '250 Ok\r\n',
    '354 Go\r\n',
    '250 Ok\r\n',
  ],
  ['220 x\r\n', '250 x\r\n', '250 Ok\r\n', '450 4.2.1 Later\r\n', '250 Ok\r\n'],
  [
    '220 x\r\n',
    '250-x\r\n250 ENHANCEDSTATUSCODES\r\n',
    '250 2.1.0 Ok\r\n',
    '250 2.1.5 Ok\r\n',
    '354 Go\r\n',
    '250 2.0.0 Ok\r\n',
    '221 2.0.0 Bye\r\n',
  ],
  ['421 4.3.2 Not now\r\n'],
  [
    '220 x\r\n',
    '250-x\r\n250-8BITMIME\r\n250 PIPELINING\r\n',
    '250 2.1.0 Ok\r\n250 2.1.5 Ok\r\n354 Go\r\n',
    '250 2.0.0 Ok\r\n',
    '221 2.0.0 Bye\r\n',
  ],
  [
    '220 x\r\n',
    '250-x\r\n250 PIPELINING\r\n',
    '250 Ok\r\n550 5.1.1 No such user\r\n354 Go\r\n',
    '554 5.5.1 Nobody\r\n',
  ],
  ['220 x\r\n', '250-x\r\n250 PIPELINING\r\n', '550 5.7.1 No\r\n503 5.5.1 No\r\n503 5.5.1 No\r\n'],
];

const pieces = [
  ...[
    '\r',
    '\n',
    '\r\n',
    '\r\n.\r\n',
    '\0',
    ' ',
    '-',
    '\t',
    '\x1b[31m',
    '\x80',
    '\xff',
    '\xe2\x80\xae',
    'x'.repeat(600),
  ],
  ...['220', '250', '250-', '250 ', '354 ', '334 ', '235 ', '421 ', '535 ', '530 ', '999', '2banana', '000 '],
  ...[
    '250 Ok\r\n',
    '354 Go\r\n',
    '421 4.3.2 Bye\r\n',
    'HTTP/1.1 400 Bad Request\r\n',
    'SSH-2.0-x\r\n',
    'STARTTLS',
    'AUTH',
  ],
];

/** The replies as byte strings (latin1): 0 to 3 mutations of a valid dialogue. */
export function mutatedDialogue(random: SeededRandom): string[] {
  let replies = [...random.pick(valid)];
  for (let left = random.below(4); left > 0; left -= 1) replies = mutated(replies, random);
  return replies;
}

function mutated(replies: readonly string[], random: SeededRandom): string[] {
  const at = random.below(replies.length);
  const reply = replies[at] ?? '';
  const inside = random.below(reply.length + 1);
  const [head, tail] = [reply.slice(0, inside), reply.slice(inside)];
  const [before, after] = [replies.slice(0, at), replies.slice(at + 1)];
  switch (random.below(10)) {
    case 0:
      return [...before, head + random.pick(pieces) + tail, ...after];
    case 1:
      return [...before, head + String.fromCharCode(random.below(256)) + tail.slice(1), ...after];
    case 2:
      return [...before, head + tail.slice(1 + random.below(4)), ...after];
    case 3:
      return [...before, head, tail, ...after];
    case 4:
      return [...before, reply + (after[0] ?? ''), ...after.slice(1)];
    case 5:
      return [...before, reply, reply, ...after];
    case 6:
      return [...before, ...after];
    case 7:
      return [...before, random.pick(random.pick(valid)), ...after];
    case 8:
      return [...before, head];
    default:
      return [...before, reply.replace(/ /, '-'), ...after];
  }
}

/** The same bytes, cut anywhere. */
export function cutAnywhere(bytes: Buffer, random: SeededRandom): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = at + 1 + random.below(random.chance(0.5) ? 4 : 200);
    parts.push(bytes.subarray(at, end));
    at = end;
  }
  return parts;
}
