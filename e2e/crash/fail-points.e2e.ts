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
import { withAdministrator } from '../harness/administrator.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';
import { OutboxClient } from './outbox-client.ts';
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

let folder: TemporaryFolder;
let postroom: SupervisedPostroom;
let client: OutboxClient;

beforeAll(async () => {
  folder = await temporaryFolder();
  const options = { dataDir: join(folder.path, 'data'), env: { ...withAdministrator, LOG_LEVEL: 'error' } };
  postroom = new SupervisedPostroom(options, { hasSecondWorker: false });
  await postroom.start();
  client = await OutboxClient.signIn(postroom.url);
});
afterAll(async () => {
  await postroom.stop();
  await folder.remove();
});

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

/** The standby whose word PostgreSQL waits for before it answers a commit; '' = none. */
async function awaitStandby(name: string): Promise<void> {
  const superuser = await postroom.connect('postgres');
  await superuser.query(`ALTER SYSTEM SET synchronous_standby_names = '${name}'`);
  await superuser.query('SELECT pg_reload_conf()');
  await superuser.end();
}

describe('a delivery process that is killed', () => {
  it('at any moment before the dot costs no email and sends none twice; after the dot it leaves one in doubt', async () => {
    const waiting = await Promise.all(
      Object.entries(POINTS).map(async ([point, { script, settings, next = [hello], text }]) => {
        const smtp = await scriptedSmtpServer([script, next]);
        await client.addServer(point, smtp.port, settings);
        return { point, smtp, id: await client.send(point, { text }) };
      }),
    );
    for (const { point, smtp } of waiting) {
      const [, command] = /^in ([A-Z]+)$/.exec(point) ?? [];
      if (command !== undefined) await smtp.sees(command);
      else if (point === 'after the dot') await smtp.receives(1);
      else
        await vi.waitUntil(
          () => smtp.connections === 1 && (point === 'in the greeting' || smtp.clear.length > 1000),
          { timeout: 20_000, interval: 50 },
        );
    }
    expect(await postroom.kill('worker')).toBe(true);

    for (const { point, smtp, id } of waiting) {
      const isInDoubt = point === 'after the dot';
      const { state } = await client.until(id, 'ACCEPTED', 'UNCERTAIN');
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
    await client.addServer('before the commit', smtp.port);
    const id = await client.send('before the commit');
    await smtp.receives(1);
    const unlock = await lockEmails();
    tell();
    await isBlocked();
    await postroom.kill('worker');
    await dropBlocked();
    await unlock();
    expect(await client.until(id, 'UNCERTAIN')).toMatchObject({ possibleDuplicate: false });
    await client.retry(id);
    expect(await client.until(id, 'ACCEPTED')).toMatchObject({ possibleDuplicate: true });
    expect(smtp.messages).toHaveLength(2);
    await smtp.close();
  }, 90_000);
});

describe('a service that is killed', () => {
  it('before the commit of an email has promised nothing: the same key again is one email', async () => {
    const idempotencyKey = randomUUID();
    const unlock = await lockEmails();
    const unanswered = expect(client.send('in MAIL', { idempotencyKey })).rejects.toThrow();
    await isBlocked();
    await postroom.kill('service');
    await unanswered;
    await dropBlocked();
    await unlock();
    client = await OutboxClient.signIn(postroom.url);
    const id = await client.send('in MAIL', { idempotencyKey });
    expect(await postroom.sql('SELECT id FROM email WHERE idempotency_key = $1', [idempotencyKey])).toEqual([
      { id },
    ]);
  }, 60_000);

  it('after the commit of an email, before its answer: the same key again is that email', async () => {
    const idempotencyKey = randomUUID();
    // The use of a session is noted once a minute, and that note must not be the commit that waits.
    client = await OutboxClient.signIn(postroom.url);
    // PostgreSQL has the commit on its disk and tells nobody, as for a standby that it hears nothing of.
    await awaitStandby('away');
    const unanswered = expect(client.send('in MAIL', { idempotencyKey })).rejects.toThrow();
    const COMMITTING = `SELECT FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND query LIKE '%INSERT INTO email (%'`;
    await vi.waitUntil(async () => (await postroom.sql(COMMITTING)).length > 0, {
      timeout: 20_000,
      interval: 50,
    });
    const restarted = postroom.kill('service');
    await unanswered;
    await awaitStandby('');
    await restarted;
    const stored = await postroom.sql<{ id: string }>('SELECT id FROM email WHERE idempotency_key = $1', [
      idempotencyKey,
    ]);
    expect(stored).toHaveLength(1);
    client = await OutboxClient.signIn(postroom.url);
    expect(await client.send('in MAIL', { idempotencyKey })).toBe(stored[0]?.id);
  }, 60_000);
});
