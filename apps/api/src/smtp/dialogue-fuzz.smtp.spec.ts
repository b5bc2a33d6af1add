import { createServer, type AddressInfo, type Socket } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { credentials, smtpSettings, spellingsFoundIn, test } from '../../testing/smtp-fixtures.ts';

// Each connection gets the next list of answers, one for each chunk that the client sends, and is then closed.
let answers: string[] = [];
const open = new Set<Socket>();
let emptied: () => void = () => undefined;
const server = createServer((socket) => {
  open.add(socket);
  socket.on('close', () => {
    open.delete(socket);
    if (open.size === 0) emptied();
  });
  const script = [...answers];
  const next = () => {
    const answer = script.shift();
    if (answer === undefined) socket.destroySoon();
    else socket.write(answer, 'latin1');
  };
  socket.on('error', () => undefined);
  socket.on('data', next);
  next();
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(
  () =>
    new Promise<void>((resolve) =>
      server.close(() => {
        resolve();
      }),
    ),
);

const code = fc.constantFrom(
  '220',
  '250',
  '354',
  '334',
  '235',
  '221',
  '421',
  '450',
  '454',
  '504',
  '530',
  '535',
  '538',
  '550',
  '552',
  '2ba',
  '999',
  '25',
);
const separator = fc.constantFrom(' ', '-', '', '\0', '\t');
const text = fc.constantFrom(
  '',
  'STARTTLS',
  'AUTH PLAIN LOGIN CRAM-MD5',
  'SIZE 0',
  '5.7.8 x',
  '\x1b[31m',
  '<b>',
  'x'.repeat(600),
  'TLS',
);
const lineEnd = fc.constantFrom('\r\n', '\r\n', '\r\n', '\n', '\r', '', '\r\n\r\n');
const reply = fc.array(
  fc.tuple(code, separator, text, lineEnd).map((parts) => parts.join('')),
  { minLength: 1, maxLength: 3 },
);
const likely = fc.constantFrom(
  '220 a\r\n',
  '250 a\r\n',
  '250-a\r\n250 AUTH LOGIN PLAIN\r\n',
  '250-a\r\n250 PIPELINING\r\n',
  '250 a\r\n250 a\r\n354 a\r\n',
  '250 a\r\n550 a\r\n354 a\r\n',
  '550 a\r\n503 a\r\n354 a\r\n',
  '354 a\r\n',
  '334 YQ==\r\n',
  '235 a\r\n',
);
const script = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: likely },
    reply.map((lines) => lines.join('')),
  ),
  { maxLength: 12 },
);

it(
  'makes a truthful report of any dialogue: no throw, no hang, no success without a verdict, no secret',
  { timeout: 60_000 },
  async () => {
    const { port } = server.address() as AddressInfo;
    await fc.assert(
      fc.asyncProperty(
        script,
        fc.boolean(),
        fc.constantFrom('DISABLED', 'ENABLED', 'ENABLED_AND_REQUIRED'),
        async (lines, signsIn, startTls) => {
          answers = lines;
          const set = signsIn ? { ...credentials, allowInsecureAuth: true } : {};
          const outcome = await test(smtpSettings({ port, startTls, timeoutSeconds: 0.15, ...set }));
          expect(outcome.succeeded).toBe(outcome.failure === null);
          if (outcome.succeeded) expect(outcome.acceptedReply).toMatch(/^250( |$)/);
          expect(outcome.steps).toHaveLength(10);
          expect(outcome.steps.filter(({ state }) => state === 'FAILED')).toHaveLength(
            outcome.succeeded ? 0 : 1,
          );
          expect(outcome.steps.filter(({ state }) => state === 'RUNNING')).toEqual([]);
          expect(spellingsFoundIn(JSON.stringify(outcome))).toEqual([]);
          expect(JSON.stringify(outcome)).not.toContain('\\u001b');
        },
      ),
      { numRuns: 400 },
    );
  },
);

it('leaves no connection open', async () => {
  await new Promise<void>((resolve) => {
    emptied = resolve;
    if (open.size === 0) resolve();
  });
});
