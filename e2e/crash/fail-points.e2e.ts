import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  fallSilent,
  greet,
  on,
  onceTold,
  readOnly,
  scriptedSmtpServer,
  type ScriptStep,
} from '@postroom/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { signIn, withAdministrator } from '../harness/administrator.ts';
import type { GraphqlClient } from '../harness/graphql.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';
import { SupervisedPostroom } from './supervised-postroom.ts';

const hello = greet('220 mail.test ESMTP');
const offersAuth = on('EHLO', '250-mail.test', '250 AUTH PLAIN');
const offersTls = on('EHLO', '250-mail.test', '250 STARTTLS');

/** Where a server waits for ever; its next connection is an honest one. */
const POINTS: Record<
  string,
  { script: ScriptStep[]; settings?: object; next?: ScriptStep[]; text?: string }
> = {
  'in the greeting': { script: [] },
  'in EHLO': { script: [hello, on('EHLO')] },
  'in STARTTLS': { script: [hello, offersTls, on('STARTTLS')], settings: { startTls: 'ENABLED' } },
  'in AUTH': {
    script: [hello, offersAuth, on('AUTH')],
    settings: { username: 'ada', password: 'secret', allowInsecureAuth: true },
    next: [hello, offersAuth],
  },
  'in MAIL': { script: [hello, on('MAIL')] },
  'in RCPT': { script: [hello, on('RCPT')] },
  'in DATA': { script: [hello, on('DATA')] },
  'in the message': {
    script: [hello, on('DATA', '354 Go'), readOnly(1000), fallSilent()],
    text: 'A line of a message that fills every buffer on its way.\n'.repeat(100_000),
  },
  'after the dot': { script: [hello, on('.')] },
};

interface SentEmail {
  id: string;
  state: string;
  possibleDuplicate: boolean;
}

let folder: TemporaryFolder;
let postroom: SupervisedPostroom;
let client: GraphqlClient;

beforeAll(async () => {
  folder = await temporaryFolder();
  const options = { dataDir: join(folder.path, 'data'), env: { ...withAdministrator, LOG_LEVEL: 'error' } };
  postroom = new SupervisedPostroom(options, { hasSecondWorker: false });
  await postroom.start();
  client = await signIn(postroom.url);
});
afterAll(async () => {
  await postroom.stop();
  await folder.remove();
});

async function addServer(name: string, port: number, settings: object = {}): Promise<void> {
  const input = { name, hostname: '127.0.0.1', port, startTls: 'DISABLED', timeoutSeconds: 60, ...settings };
  const { addSmtpServer } = await client.execute<{ addSmtpServer: { __typename: string } }>(
    'mutation Add($input: AddSmtpServerInput!) { addSmtpServer(input: $input) { __typename ... on Refusal { message } } }',
    { input },
  );
  expect(addSmtpServer).toEqual({ __typename: 'SmtpServer' });
}

async function send(server: string, text = 'x', idempotencyKey = randomUUID()): Promise<string> {
  const input = {
    server: { name: server },
    from: 'ada@example.org',
    to: ['bob@example.net'],
    text,
    idempotencyKey,
  };
  const { sendEmail } = await client.execute<{ sendEmail: { id: string } }>(
    'mutation Send($input: SendEmailInput!) { sendEmail(input: $input) { ... on Email { id } } }',
    { input },
  );
  return sendEmail.id;
}

async function until(id: string, ...states: string[]): Promise<SentEmail> {
  return vi.waitFor(
    async () => {
      const { email } = await client.execute<{ email: SentEmail }>(
        'query Email($id: ID!) { email(id: $id) { id state possibleDuplicate } }',
        { id },
      );
      if (!states.includes(email.state)) throw new Error(`the email is ${email.state}`);
      return email;
    },
    { timeout: 40_000, interval: 100 },
  );
}

/** Blocks every statement that changes an email, until the returned function is called. */
async function lockEmails(): Promise<() => Promise<void>> {
  const blocker = await postroom.connect();
  await blocker.query('BEGIN');
  await blocker.query('LOCK TABLE email IN EXCLUSIVE MODE');
  return () => blocker.end();
}

/** What waits for that lock is not done any more: it would be, without the process that asked for it. */
async function dropBlocked(): Promise<void> {
  await postroom.sql(
    `SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE NOT granted AND relation = 'email'::regclass`,
  );
}

/** Something waits for that lock. */
const isBlocked = () =>
  vi.waitUntil(
    async () =>
      (await postroom.sql(`SELECT FROM pg_locks WHERE NOT granted AND relation = 'email'::regclass`)).length >
      0,
    { timeout: 20_000, interval: 50 },
  );

describe('a delivery process that is killed', () => {
  it('at any moment before the dot costs no email and sends none twice; after the dot it leaves one in doubt', async () => {
    const waiting = await Promise.all(
      Object.entries(POINTS).map(async ([point, { script, settings, next = [hello], text }]) => {
        const smtp = await scriptedSmtpServer([script, next]);
        await addServer(point, smtp.port, settings);
        return { point, smtp, id: await send(point, text) };
      }),
    );
    for (const { point, smtp } of waiting) {
      const [, command] = /^in ([A-Z]+)$/.exec(point) ?? [];
      if (command !== undefined) await smtp.sees(command);
      else if (point === 'after the dot') await smtp.receives(1);
      else
        await vi.waitUntil(
          () => smtp.connections === 1 && (point === 'in the greeting' || smtp.clear.length > 1000),
        );
    }
    expect(await postroom.kill('worker')).toBe(true);

    for (const { point, smtp, id } of waiting) {
      const isInDoubt = point === 'after the dot';
      const { state } = await until(id, 'ACCEPTED', 'UNCERTAIN');
      expect([point, state, smtp.messages.length]).toEqual([point, isInDoubt ? 'UNCERTAIN' : 'ACCEPTED', 1]);
      await smtp.close();
    }
  }, 90_000);

  it('between the answer of the server and its commit leaves the email in doubt; whoever tries it again is told so', async () => {
    let tell: () => void = () => undefined;
    const told = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const smtp = await scriptedSmtpServer([[hello, onceTold(told, '.', '250 2.0.0 Taken')], [hello]]);
    await addServer('before the commit', smtp.port);
    const id = await send('before the commit');
    await smtp.receives(1);
    const unlock = await lockEmails();
    tell();
    await isBlocked();
    await postroom.kill('worker');
    await dropBlocked();
    await unlock();
    expect(await until(id, 'UNCERTAIN')).toMatchObject({ possibleDuplicate: false });
    await client.execute('mutation Retry($id: ID!) { retryEmail(id: $id) { __typename } }', { id });
    expect(await until(id, 'ACCEPTED')).toMatchObject({ possibleDuplicate: true });
    expect(smtp.messages).toHaveLength(2);
    await smtp.close();
  }, 90_000);
});

describe('a service that is killed', () => {
  it('before the commit of an email has promised nothing: the same key again is one email', async () => {
    const key = randomUUID();
    const unlock = await lockEmails();
    const unanswered = expect(send('in MAIL', 'x', key)).rejects.toThrow();
    await isBlocked();
    await postroom.kill('service');
    await unanswered;
    await dropBlocked();
    await unlock();
    client = await signIn(postroom.url);
    const id = await send('in MAIL', 'x', key);
    expect(await postroom.sql('SELECT id FROM email WHERE idempotency_key = $1', [key])).toEqual([{ id }]);
  }, 60_000);
});
