import MailComposer from 'nodemailer/lib/mail-composer';
import { FilenameEncoding } from '../apps/api/src/mail/filename-encoding.ts';
import type { MailContent } from '../apps/api/src/mail/mail-content.ts';
import { parseMailbox, type Mailbox } from '../apps/api/src/mail/mailbox.ts';
import { composeMessage } from '../apps/api/src/mail/mime-message.ts';

const ROUNDS = 9;
const LINE = 'The quick brown fox jumps over the lazy dog, and so on and so forth.\n';
const text = LINE.repeat(74);
const html = `<!doctype html><html><body>${`<p>${LINE}</p>`.repeat(70)}</body></html>`;

const base: MailContent = {
  from: mailbox('Ada Lovelace <ada@example.org>'),
  to: [mailbox('bob@example.net')],
  subject: 'Your invoice 4711',
  text,
  messageId: '<0123456789abcdef0123456789abcdef@example.org>',
  date: new Date('2026-03-01T12:00:00Z'),
};
const attachments = [
  { filename: 'invoice.pdf', contentType: 'application/pdf', content: Buffer.alloc(100_000, 'pdf') },
];
const mails: [name: string, mail: MailContent][] = [
  ['text, 5 kB', base],
  ['text, 5 kB, a few umlauts', { ...base, subject: 'Ihre Übersicht', text: `Grüße\n${text}` }],
  ['text and html, 10 kB', { ...base, html }],
  ['text, and a file of 100 kB', { ...base, attachments, attachmentFilenameEncoding: FilenameEncoding.BOTH }],
];

console.log(`medians of ${String(ROUNDS)} rounds, by turns, microseconds a message`);
console.log(''.padEnd(30), 'ours'.padStart(10), 'nodemailer'.padStart(12), 'ratio'.padStart(8));
for (const [name, mail] of mails) {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    ours.push(await microseconds(() => composeMessage(mail)));
    theirs.push(await microseconds(() => composedByNodemailer(mail)));
  }
  const [mine, other] = [median(ours.slice(1)), median(theirs.slice(1))];
  console.log(
    name.padEnd(30),
    mine.toFixed(1).padStart(10),
    other.toFixed(1).padStart(12),
    (other / mine).toFixed(1).padStart(8),
  );
}

async function microseconds(compose: () => Promise<Buffer>): Promise<number> {
  const messages = 1000;
  const started = performance.now();
  for (let left = messages; left > 0; left -= 1) await compose();
  return ((performance.now() - started) * 1000) / messages;
}

function composedByNodemailer(mail: MailContent): Promise<Buffer> {
  const { from, to, subject, text: plain, html: rich, messageId, date, attachments: files = [] } = mail;
  const composer = new MailComposer({
    from: { name: from.displayName ?? '', address: from.address },
    to: to.map(({ displayName, address }) => ({ name: displayName ?? '', address })),
    subject,
    ...(plain !== undefined && { text: plain }),
    ...(rich !== undefined && { html: rich }),
    messageId,
    date,
    attachments: files.map(({ filename, contentType, content }) => ({
      filename,
      contentType,
      content: content as Buffer,
    })),
  });
  return composer.compile().build();
}

function mailbox(text: string): Mailbox {
  const parsed = parseMailbox(text, 'strict');
  if ('code' in parsed) throw new Error(parsed.message);
  return parsed;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
