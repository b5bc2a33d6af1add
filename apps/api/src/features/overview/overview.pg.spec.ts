import { mailSink, type MailSink } from '@postroom/testing';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSignedIn } from '../../../testing/app-for-tests.ts';
import { OutboxForTests, sender } from '../../../testing/outbox.ts';
import { closedPort } from '../../../testing/closed-port.ts';
import type { SmtpServer } from '../smtp-servers/index.ts';
import { OverviewService } from './overview.service.ts';

const EVERY_SERVER = { serverIds: null };

let outbox: OutboxForTests;
let sink: MailSink;
let good: SmtpServer;
let overview: OverviewService;
let now: Date;

beforeAll(async () => {
  outbox = await OutboxForTests.open();
  sink = await mailSink();
  good = await outbox.addServer({ port: sink.port });
  await outbox.startWorker();
});
beforeEach(() => {
  now = new Date();
  overview = new OverviewService({ ...outbox, now: () => now });
});
afterAll(async () => {
  await outbox.close();
  await sink.close();
});

/** What is told of this server, as long as it is in trouble. */
async function troubleOf({ id }: SmtpServer) {
  const { troubles } = await overview.troubles(EVERY_SERVER, 100);
  const found = troubles.find((trouble) => trouble.serverId === id);
  return found && { reason: found.reason, code: found.failure?.code ?? null };
}

describe('the figures', () => {
  it('count what was handed over by the hour, and by what became of it', async () => {
    const before = (await overview.figures(EVERY_SERVER)).hours.at(-1)!;
    const { id } = await outbox.send({ server: { id: good.id } });
    await outbox.until(id, 'ACCEPTED');
    await outbox.send({ server: { id: good.id }, sendAt: new Date(Date.now() + 3_600_000) });
    now = new Date(now.getTime() + 6_000);
    const { hours } = await overview.figures(EVERY_SERVER);
    expect(hours).toHaveLength(24);
    expect(hours.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(before.accepted + 1);
    expect(hours.reduce((sum, { waiting }) => sum + waiting, 0)).toBe(before.waiting + 1);
  });

  it('say since when the oldest email waits, and not of one that is to be sent later', async () => {
    await outbox.sql(`DELETE FROM email`);
    await outbox.send({ server: { id: good.id }, sendAt: new Date(Date.now() + 3_600_000) });
    expect(await overview.figures(EVERY_SERVER)).toMatchObject({ waiting: 1, oldestWaitingSince: null });
    const port = await closedPort();
    const dead = await outbox.addServer({ port });
    const late = await outbox.send({ server: { id: dead.id } });
    await outbox.until(late.id, 'DEFERRED');
    now = new Date(now.getTime() + 6_000);
    expect(await overview.figures(EVERY_SERVER)).toMatchObject({
      waiting: 2,
      oldestWaitingSince: late.createdAt,
    });
  });

  it('are those of the servers that the caller may see', async () => {
    const figures = await overview.figures({ serverIds: new Set([randomUUID()]) });
    expect(figures).toMatchObject({ waiting: 0, oldestWaitingSince: null });
  });

  it('are counted once for everybody who asks within five seconds', async () => {
    const first = await overview.figures(EVERY_SERVER);
    await outbox.send({ server: { id: good.id }, sendAt: new Date(Date.now() + 3_600_000) });
    expect(await overview.figures(EVERY_SERVER)).toBe(first);
    now = new Date(now.getTime() + 5_000);
    expect((await overview.figures(EVERY_SERVER)).waiting).toBe(first.waiting + 1);
  });
});

describe('a server is in trouble', () => {
  it('no longer than its mail is put off', async () => {
    const port = await closedPort();
    const server = await outbox.addServer({ port });
    expect(await troubleOf(server)).toBeUndefined();
    const { id } = await outbox.send({ server: { id: server.id } });
    await outbox.until(id, 'DEFERRED');
    expect(await troubleOf(server)).toEqual({ reason: 'FAILING', code: 'CONNECTION_REFUSED' });

    const revived = await mailSink({ port });
    const next = await outbox.send({ server: { id: server.id } });
    await outbox.until(next.id, 'ACCEPTED');
    expect(await troubleOf(server)).toBeUndefined();
    await revived.close();
  });

  it('while its settings are refused', async () => {
    const server = await outbox.addServer({ port: sink.port, startTls: 'ENABLED_AND_REQUIRED' });
    const { id } = await outbox.send({ server: { id: server.id } });
    await outbox.until(id, 'HELD');
    expect(await troubleOf(server)).toEqual({ reason: 'HELD', code: 'STARTTLS_NOT_OFFERED' });
  });

  it('without the password that it needs', async () => {
    const server = await outbox.addServer({ port: sink.port, username: 'ada' });
    expect(await troubleOf(server)).toEqual({ reason: 'PASSWORD_MISSING', code: null });
  });

  it('when it is disabled and mail waits for it, and not when none does', async () => {
    const server = await outbox.addServer({ port: sink.port });
    await outbox.services.servers.update({ id: server.id, isEnabled: false }, sender);
    expect(await troubleOf(server)).toBeUndefined();
    await outbox.sql(
      `INSERT INTO email SELECT (jsonb_populate_record(e, jsonb_build_object('id', $1::text, 'server_id', $2::text, 'state', 'HELD',
         'idempotency_key', null))).* FROM email e LIMIT 1`,
      [randomUUID(), server.id],
    );
    expect(await troubleOf(server)).toEqual({ reason: 'DISABLED', code: null });
  });

  it('is told for its gravest reason, and hidden from who may not see it', async () => {
    const { troubles, total } = await overview.troubles(EVERY_SERVER, 1);
    expect(troubles).toHaveLength(1);
    expect(troubles[0]!.reason).toBe('HELD');
    expect(total).toBeGreaterThan(1);
    expect(await overview.troubles({ serverIds: new Set([good.id]) }, 20)).toEqual({
      troubles: [],
      total: 0,
    });
  });
});

it('after a test that failed, until its settings are changed', async () => {
  const { app, client } = await startSignedIn();
  const port = await closedPort();
  const { id, revision } = await client.field<{ id: string; revision: number }>(
    `mutation ($input: AddSmtpServerInput!) { addSmtpServer(input: $input) { ... on SmtpServer { id revision } } }`,
    { input: { name: 'Newsletter', hostname: '127.0.0.1', port } },
  );
  await client.field(
    `mutation ($input: SendTestEmailInput!) { sendTestEmail(input: $input) { __typename } }`,
    {
      input: { serverId: id, from: 'ada@example.org', to: 'bob@example.org' },
    },
  );
  const troubled = () =>
    client.field(`{ overview { troubles { total troubles { reason server { name } failure { code } } } } }`);
  expect(await troubled()).toEqual({
    troubles: {
      total: 1,
      troubles: [
        { reason: 'TEST_FAILED', server: { name: 'Newsletter' }, failure: { code: 'CONNECTION_REFUSED' } },
      ],
    },
  });
  await client.field(
    `mutation ($input: UpdateSmtpServerInput!) { updateSmtpServer(input: $input) { __typename } }`,
    { input: { id, revision, hostname: 'smtp.example.org' } },
  );
  expect(await troubled()).toEqual({ troubles: { total: 0, troubles: [] } });
  await app.close();
});
