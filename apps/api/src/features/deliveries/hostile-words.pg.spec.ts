import { randomUUID } from 'node:crypto';
import { greet, scriptedSmtpServer, type ScriptStep } from '@postroom/testing';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { anEmail, OutboxForTests, sender } from '../../../testing/outbox.ts';
import type { SendEmail } from '../emails/index.ts';

let outbox: OutboxForTests;

beforeAll(async () => {
  outbox = await OutboxForTests.open();
  await outbox.startWorker();
});
afterAll(() => outbox.close());

/** NUL, octets that are no UTF-8, half a character as UTF-8 would write it, an escape for a terminal, a change of direction. */
const NASTY = Buffer.from('\0\u001b[31m\u202e', 'utf8');
const HALF_CHARACTER = Buffer.from([0xff, 0xfe, 0xed, 0xa0, 0x80]);

/** An answer of so many octets to whoever is named as a recipient. */
function refusal(octets: number): ScriptStep {
  const words = Buffer.concat([NASTY, HALF_CHARACTER, Buffer.from('No. ')]);
  const line = Buffer.concat([Buffer.from('550-5.1.1 '), words, Buffer.alloc(400, 'x'), Buffer.from('\r\n')]);
  const lines = Array.from({ length: Math.ceil(octets / line.length) }, () => line);
  return {
    verb: 'RCPT',
    act: (connection) => connection.write(Buffer.concat([...lines, Buffer.from('550 5.1.1 End\r\n')])),
  };
}

describe('words of a server that no database and no screen takes', () => {
  it.each([
    { size: '2 kB', octets: 2_000, state: 'FAILED', code: 'RECIPIENT_REFUSED' },
    { size: '2 MB', octets: 2_000_000, state: 'DEFERRED', code: 'REPLY_TOO_LONG' },
  ] as const)('of $size are stored as a line that is fit to be read, or not at all', async (row) => {
    const smtp = await scriptedSmtpServer([[greet('220 mail.test ESMTP'), refusal(row.octets)]]);
    onTestFinished(() => smtp.close());
    const server = await outbox.addServer({ port: smtp.port });
    const { id } = await outbox.send({ server: { id: server.id } });
    const { recipients } = await outbox.until(id, row.state);
    const [attempt] = await outbox.attempts(id);
    expect(attempt?.failure?.code).toBe(row.code);
    for (const reply of [attempt?.reply ?? '', recipients[0]?.reply ?? '']) {
      expect(reply.length).toBeLessThanOrEqual(1000);
      expect(reply.isWellFormed()).toBe(true);
      // eslint-disable-next-line no-control-regex -- controls are the subject
      expect(reply).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
    }
  });
});

describe('words of an application that no database takes', () => {
  const FIELDS: Record<string, (text: string) => Partial<SendEmail>> = {
    subject: (subject) => ({ subject }),
    text: (text) => ({ text }),
    html: (html) => ({ html }),
    idempotencyKey: (idempotencyKey) => ({ idempotencyKey: `${randomUUID()}${idempotencyKey}` }),
    'the name of the sender': (text) => ({ from: `"A ${text}" <ada@example.org>` }),
    'the name of a recipient': (text) => ({ to: [`"B ${text}" <bob@example.net>`] }),
    replyTo: (text) => ({ replyTo: [`"C ${text}" <carl@example.net>`] }),
    'the value of a header': (value) => ({ headers: [{ name: 'X-Note', value }] }),
    'the name of a header': (text) => ({ headers: [{ name: `X-${text}`, value: 'x' }] }),
    'the name of a file': (text) => ({ attachments: [{ filename: `a${text}.txt`, base64: 'YQ==' }] }),
    'the type of a file': (text) => ({
      attachments: [{ filename: 'a', base64: 'YQ==', contentType: `text/plain; x="${text}"` }],
    }),
    contentId: (text) => ({ attachments: [{ filename: 'a', base64: 'YQ==', contentId: `a${text}@x` }] }),
    'the name of the server': (name) => ({ server: { name } }),
  };

  it.each(Object.keys(FIELDS))('in %s are refused, or made fit, and trouble nobody else', async (field) => {
    const server = await outbox.addServer({ port: 25, hostname: 'smtp.example.org' });
    // Workers of tests before are at work: none of these is to be sent today.
    const sendAt = new Date(Date.now() + 86_400_000);
    for (const text of ['\0', '\ud800', 'x\udfff']) {
      const email = anEmail({ server: { id: server.id }, sendAt, ...FIELDS[field]?.(text) });
      const honest = anEmail({ server: { name: server.name }, sendAt });
      const [result, other] = await outbox.services.acceptance.sendAll([email, honest], sender);
      expect(other).toHaveProperty('state', 'QUEUED');
      if (result !== undefined && 'refusal' in result) {
        expect(result.refusal).toMatch(/^(InvalidInput|NotFound)$/);
        continue;
      }
      const [row] = await outbox.sql<{ content: Buffer }>(
        'SELECT content FROM email_message WHERE email_id = $1',
        [result?.id],
      );
      expect(row?.content.includes(0)).toBe(false);
    }
  });
});
