import { MAX_UNREAD_BYTES, ReplyParser } from '../../apps/api/src/smtp/reply-parser.ts';
import type { SmtpReply } from '../../apps/api/src/smtp/smtp-reply.ts';
import { cutAnywhere, mutatedDialogue } from './dialogues.ts';
import { holds } from './finding.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface ReplyCounts {
  streams: number;
  bytes: number;
  replies: number;
  violations: number;
}

/**
 * No throw; only replies that RFC 5321 knows; the same replies and the same verdict however the bytes are cut; nothing
 * that was not sent.
 */
export function fuzzReplies(streams: number, random: SeededRandom): ReplyCounts {
  const counts = { streams, bytes: 0, replies: 0, violations: 0 };
  for (let nth = 0; nth < streams; nth += 1) {
    const flood = random.chance(0.001)
      ? random.pick(['x', '250-a\r\n', '250 a\r\n']).repeat(MAX_UNREAD_BYTES)
      : '';
    const bytes = Buffer.from(mutatedDialogue(random).join('') + flood, 'latin1');
    const whole = read([bytes]);
    const cut = read(cutAnywhere(bytes, random));
    const shown = flood === '' ? bytes.toString('latin1') : `${bytes.length} bytes, the flood of case ${nth}`;
    holds(JSON.stringify(whole) === JSON.stringify(cut), 'the cuts change what is read', shown);
    for (const { code, lines } of whole.replies) {
      holds(Number.isInteger(code) && code >= 200 && code <= 599, 'a code that is none', shown);
      holds(lines.length > 0, 'a reply without a line', shown);
    }
    counts.bytes += bytes.length;
    counts.replies += whole.replies.length;
    counts.violations += whole.violation === null ? 0 : 1;
  }
  return counts;
}

/** Replies are taken only at the end, so that the limit of what stands unread is met in either way. */
function read(chunks: readonly Buffer[]): {
  replies: SmtpReply[];
  violation: string | null;
  hasUnread: boolean;
} {
  const parser = new ReplyParser();
  for (const chunk of chunks) parser.push(chunk);
  const replies: SmtpReply[] = [];
  for (let reply = parser.take(); reply !== null; reply = parser.take()) replies.push(reply);
  return { replies, violation: parser.violation, hasUnread: parser.hasUnread };
}
