import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { expect, it } from 'vitest';
import { aMail, mailbox } from '../../testing/a-mail.ts';
import { FilenameEncoding } from './filename-encoding.ts';
import type { MailContent } from './mail-content.ts';
import { composeMessage } from './mime-message.ts';

const attacks = [
  '\r\n',
  '\n',
  '\r',
  '\0',
  '\u2028',
  '\u0085',
  '\u202e',
  '\ud800',
  '\r\nBcc: eve@example.com',
  '\r\n\r\n<p>body</p>',
  '\r\n.\r\n',
  '\n.\n',
  '--=_',
  '"',
  '\\',
  ';',
  '=?utf-8?Q?=0D=0ABcc:_eve@example.com?=',
  '=0D=0A',
  '%0D%0A',
  ' <eve@example.com>',
  ', eve@example.com',
  '(',
  ':',
  ' ',
  'x'.repeat(80),
];
const hostile = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...attacks) },
      { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((pieces) => pieces.join(''));
/** Mostly what is right, so that most messages are written. */
const field = (right: string) => fc.oneof({ weight: 6, arbitrary: fc.constant(right) }, hostile);
const name = fc.oneof(fc.constant(null), field('Ada'));
const aMailbox = name.chain((displayName) =>
  fc
    .oneof(
      { weight: 9, arbitrary: fc.constant(mailbox('ada@example.org')) },
      fc.constant(mailbox('"a b"@example.org')),
    )
    .map((right) => ({ ...right, displayName })),
);
const forged = hostile.map((address) => ({ ...mailbox('ada@example.org'), address }));
const party = fc.oneof({ weight: 30, arbitrary: aMailbox }, forged);

const anyMail: fc.Arbitrary<MailContent> = fc
  .record(
    {
      from: party,
      to: fc.array(party, { maxLength: 3 }),
      cc: fc.array(party, { maxLength: 2 }),
      replyTo: fc.array(party, { maxLength: 2 }),
      subject: field('Hello'),
      text: hostile,
      html: hostile,
      messageId: fc.oneof({ weight: 20, arbitrary: fc.constant('<1@example.org>') }, hostile),
      headers: fc.array(
        fc.record({
          name: fc.oneof({ weight: 9, arbitrary: fc.constantFrom('X-A', 'List-Id', 'References') }, hostile),
          value: fc.oneof(fc.constantFrom('<1.a@example.org>', 'Our <news.example.org>'), field('ok')),
        }),
        { maxLength: 2 },
      ),
      attachments: fc.array(
        fc.record(
          {
            filename: field('a.pdf'),
            contentType: fc.oneof({ weight: 9, arbitrary: fc.constant('application/pdf') }, hostile),
            content: fc.uint8Array({ maxLength: 200 }).map((octets) => Buffer.from(octets)),
            contentId: fc.oneof({ weight: 9, arbitrary: fc.constant('logo') }, hostile),
          },
          { requiredKeys: ['filename', 'contentType', 'content'] },
        ),
        { maxLength: 2 },
      ),
      attachmentFilenameEncoding: fc.constantFrom(...Object.values(FilenameEncoding)),
    },
    { requiredKeys: ['from', 'to', 'subject', 'messageId'] },
  )
  .map((fields) => aMail({ ...fields, text: fields.text ?? '' }));

const OWN = [
  'date',
  'from',
  'reply-to',
  'to',
  'cc',
  'subject',
  'message-id',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
];

it('no field of a mail makes a header, a recipient or a part that was not asked for', async () => {
  let written = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(anyMail, async (mail) => {
      let octets: Buffer;
      try {
        octets = await composeMessage(mail);
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError);
        refused++;
        return;
      }
      written++;
      const raw = octets.toString('latin1');
      expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n\0]|[^\t -~]/);
      const names = fieldNames(raw);
      const asked = [...OWN, ...(mail.headers ?? []).map((header) => header.name.toLowerCase())];
      expect(names.filter((each) => !asked.includes(each))).toEqual([]);
      expect(new Set(names.filter((each) => OWN.includes(each))).size).toBe(
        names.filter((each) => OWN.includes(each)).length,
      );

      const parsed = await simpleParser(octets);
      expect(parsed.subject ?? '').toBe(mail.subject);
      expect(addresses(parsed.to)).toEqual(mail.to.map(({ address }) => address));
      expect(addresses(parsed.cc)).toEqual((mail.cc ?? []).map(({ address }) => address));
      expect(addresses(parsed.replyTo)).toEqual((mail.replyTo ?? []).map(({ address }) => address));
      expect(addresses(parsed.from)).toEqual([mail.from.address]);
      // Those that the html shows come first.
      expect(files(parsed.attachments)).toEqual(files(mail.attachments ?? []));
    }),
    { numRuns: 2000, seed: 12 },
  );
  expect(written).toBeGreaterThan(400);
  expect(refused).toBeGreaterThan(400);
}, 60_000);

function fieldNames(raw: string): string[] {
  return raw
    .slice(0, raw.indexOf('\r\n\r\n'))
    .split('\r\n')
    .filter((line) => !line.startsWith(' '))
    .map((line) => line.slice(0, line.indexOf(':')).toLowerCase());
}

type Addresses = Awaited<ReturnType<typeof simpleParser>>['to'];

function addresses(field: Addresses): (string | undefined)[] {
  return [field].flat().flatMap((part) => (part?.value ?? []).map(({ address }) => address));
}

function files(list: readonly { filename?: string | undefined; content: unknown }[]): string[] {
  return list
    .map(({ filename, content }) => `${(content as Buffer).toString('hex')} ${filename ?? ''}`)
    .toSorted();
}
