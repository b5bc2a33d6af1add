import { randomUUID } from 'node:crypto';
import { greet, scriptedSmtpServer } from '@postroom/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectionOf, type Queryable } from '../../database/sql-pool.ts';
import { granted, OutboxForTests, sender } from '../../../testing/outbox.ts';
import type { SmtpServer } from '../smtp-servers/index.ts';
import { claimEmails, claimProbe, findDueServers, type Claim } from './claim-emails.sql.ts';
import { holdWaitingEmails, readReleasedAt, releaseHeldEmails } from './server-holds.sql.ts';
import { heldByWorker } from './settle-emails.sql.ts';
import { endWorker, reclaimEmails, renewLease } from './worker-lease.sql.ts';

let outbox: OutboxForTests;
let server: SmtpServer;

beforeAll(async () => {
  outbox = await OutboxForTests.open();
});
beforeEach(async () => {
  server = await outbox.addServer({ port: 25, hostname: 'smtp.example.org' });
});
afterAll(() => outbox.close());

async function aClaim({ id, revision }: SmtpServer, limit = 100): Promise<Claim> {
  const releasedAt = (await readReleasedAt(outbox.pool, id)) ?? '';
  const workerId = randomUUID();
  await renewLease(outbox.pool, workerId);
  return { serverId: id, revision, releasedAt, workerId, limit };
}

async function send(count: number): Promise<string[]> {
  const emails = Array.from({ length: count }, () => outbox.send({ server: { id: server.id } }));
  return (await Promise.all(emails)).map(({ id }) => id);
}

describe('a claim', () => {
  it('takes what is due, once', async () => {
    const ids = await send(3);
    const claim = await aClaim(server);
    const claims = await Promise.all([claimEmails(outbox.pool, claim), claimEmails(outbox.pool, claim)]);
    expect(
      claims
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids.sort());
  });

  it('takes nothing for settings that are others now', async () => {
    await send(3);
    const claim = await aClaim(server);
    await granted(outbox.services.servers.update({ id: server.id, timeoutSeconds: 9 }, sender));
    expect(await claimEmails(outbox.pool, claim)).toEqual([]);
    expect(await outbox.states(server.id)).toEqual(['QUEUED', 'QUEUED', 'QUEUED']);
  });

  it('takes nothing of a server whose mail is held', async () => {
    await send(3);
    const claim = await aClaim(server);
    await outbox.sql('UPDATE server_delivery SET held_since = now() WHERE server_id = $1', [server.id]);
    expect(await claimEmails(outbox.pool, claim)).toEqual([]);
  });

  it('takes nothing for a worker without a lease: nobody would know whom to take it back from', async () => {
    await send(3);
    const claim = await aClaim(server);
    await outbox.sql('UPDATE delivery_worker SET lease_until = now() WHERE id = $1', [claim.workerId]);
    expect(await claimEmails(outbox.pool, claim)).toEqual([]);
  });

  it('keeps its worker known until what it took is settled', async () => {
    const [id] = await send(1);
    const claim = await aClaim(server);
    await claimEmails(outbox.pool, claim);
    await endWorker(outbox.pool, claim.workerId);
    await outbox.sql('UPDATE delivery_worker SET lease_until = now() - $2::interval WHERE id = $1', [
      claim.workerId,
      '1 second',
    ]);
    await reclaimEmails(outbox.pool, { workerId: randomUUID(), retryUncertain: false });
    expect((await outbox.email(id!)).state).toBe('QUEUED');
  });

  it('takes nothing before its time', async () => {
    await outbox.send({ server: { id: server.id }, sendAt: new Date(Date.now() + 60_000) });
    expect(await claimEmails(outbox.pool, await aClaim(server))).toEqual([]);
  });

  it('lets new mail, mail that waits and mail that was deferred take turns', async () => {
    const [fresh, waiting, again] = [await send(5), await send(50), await send(50)];
    await outbox.sql(`UPDATE email SET due_at = now() - interval '1 hour' WHERE id = ANY($1)`, [waiting]);
    await outbox.sql(`UPDATE email SET state = 'DEFERRED' WHERE id = ANY($1)`, [again]);
    const claimed = (await claimEmails(outbox.pool, await aClaim(server, 30))).map(({ id }) => id);
    const taken = [fresh, waiting, again].map((kind) => kind.filter((id) => claimed.includes(id)).length);
    expect(taken[0]).toBe(5);
    expect(taken[1]! + taken[2]!).toBe(25);
    expect(Math.abs(taken[1]! - taken[2]!)).toBeLessThanOrEqual(1);
  });

  it('takes the one that is due for longest first', async () => {
    const [first, second, third] = await send(3);
    await outbox.sql(`UPDATE email SET due_at = now() - interval '1 second' WHERE id = $1`, [first]);
    await outbox.sql(`UPDATE email SET due_at = now() - interval '3 seconds' WHERE id = $1`, [second]);
    await outbox.sql(`UPDATE email SET due_at = now() - interval '2 seconds' WHERE id = $1`, [third]);
    const order: (string | undefined)[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const [claimed] = await claimEmails(outbox.pool, await aClaim(server, 1));
      order.push(claimed?.id);
    }
    expect(order).toEqual([second, third, first]);
  });

  it('does not fill the memory of its process with long messages', async () => {
    const text = 'x'.repeat(190_000);
    await Promise.all(Array.from({ length: 40 }, () => outbox.send({ server: { id: server.id }, text })));
    const claimed = await claimEmails(outbox.pool, await aClaim(server));
    const octets = claimed.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
    expect(octets).toBeGreaterThan(3_000_000);
    expect(octets).toBeLessThan(4_500_000);
  });
});

describe('messagesPerMinute', () => {
  async function limited(messagesPerMinute: number) {
    server = await granted(outbox.services.servers.update({ id: server.id, messagesPerMinute }, sender));
    await send(200);
    return aClaim(server);
  }

  it.each([
    { perMinute: 7, atLeast: 6 },
    { perMinute: 60, atLeast: 57 },
    { perMinute: 120, atLeast: 114 },
  ])('lets $perMinute go in any minute, and hardly fewer', async ({ perMinute, atLeast }) => {
    const claim = await limited(perMinute);
    const seconds: number[] = [];
    // In one transaction, in which the clock stands still.
    await outbox.dataSource.transaction(async (manager) => {
      const db = await connectionOf(manager);
      for (let second = 0; second < 90; second += 1) {
        seconds.push((await claimEmails(db, claim)).length + (await claimEmails(db, claim)).length);
        await db.query(
          `UPDATE server_delivery SET allowance_at = allowance_at - interval '1 second' WHERE server_id = $1`,
          [server.id],
        );
      }
    });
    const minutes = seconds
      .slice(0, 30)
      .map((_, begin) => seconds.slice(begin, begin + 60).reduce((sum, count) => sum + count, 0));
    expect(Math.max(...minutes)).toBeLessThanOrEqual(perMinute);
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(atLeast);
  });

  it('is one for all processes', async () => {
    const claim = await limited(60);
    const claims = await Promise.all(Array.from({ length: 8 }, () => claimEmails(outbox.pool, claim)));
    expect(claims.flat()).toHaveLength(2);
  });

  it('saves nothing up: after an hour of quiet two seconds’ worth goes at once', async () => {
    const claim = await limited(60);
    await outbox.sql(
      `UPDATE server_delivery SET allowance_at = now() - interval '1 hour' WHERE server_id = $1`,
      [server.id],
    );
    expect(await claimEmails(outbox.pool, claim)).toHaveLength(2);
  });

  it('goes on where the clock of the database was set back', async () => {
    const claim = await limited(60);
    await claimEmails(outbox.pool, claim);
    await outbox.sql(
      `UPDATE server_delivery SET allowance_at = now() + interval '1 hour' WHERE server_id = $1`,
      [server.id],
    );
    expect(await claimEmails(outbox.pool, claim)).toEqual([]);
    await outbox.sql(
      `UPDATE server_delivery SET allowance_at = allowance_at - interval '2 seconds' WHERE server_id = $1`,
      [server.id],
    );
    expect(await claimEmails(outbox.pool, claim)).toHaveLength(1);
  });
});

describe('with 100,000 emails that wait', () => {
  const BACKLOG = 100_000;
  type Plan = Record<'QUERY PLAN', string>;
  let busy: SmtpServer;

  beforeAll(async () => {
    busy = await outbox.addServer({ port: 25 });
    const { id } = await outbox.send({ server: { id: busy.id } });
    await outbox.sql(
      `INSERT INTO email
       SELECT copy.* FROM email, generate_series(1, $2) AS number, LATERAL jsonb_populate_record(email, jsonb_build_object(
           'id', gen_random_uuid(), 'due_at', now() - interval '1 hour' - number * interval '1 millisecond')) copy
        WHERE email.id = $1`,
      [id, BACKLOG],
    );
    await outbox.sql(
      `INSERT INTO email_message (email_id, content)
       SELECT email.id, content FROM email, email_message WHERE email_id = $1 AND server_id = $2 AND id <> $1`,
      [id, busy.id],
    );
    await outbox.sql('ANALYZE email');
    await outbox.sql('ANALYZE email_message');
  }, 120_000);

  /** Runs what a function asks the database, as a plan for any parameters and as one for these. */
  async function plansOf(act: (db: Queryable) => Promise<unknown>): Promise<string[]> {
    const plans: string[] = [];
    const explaining = {
      query: async (statement: string | { text: string; values?: unknown[] }, values: unknown[] = []) => {
        const { text, values: own = values } =
          typeof statement === 'string' ? { text: statement } : statement;
        const generic = await outbox.sql<Plan>(`EXPLAIN (GENERIC_PLAN) ${text}`);
        const custom = await outbox.sql<Plan>(`EXPLAIN ${text}`, own);
        plans.push(...[generic, custom].map((rows) => rows.map((row) => row['QUERY PLAN']).join('\n')));
        return { rows: [], rowCount: 0 };
      },
    };
    // The functions use nothing else of a connection.
    await act(explaining as unknown as Queryable);
    return plans;
  }

  it.each<[string, (db: Queryable) => Promise<unknown>]>([
    ['a claim', async (db) => claimEmails(db, await aClaim(busy))],
    ['a probe', async (db) => claimProbe(db, await aClaim(busy))],
    ['the look for servers with mail', (db) => findDueServers(db)],
    ['the look for emails that a worker does not know of', (db) => heldByWorker(db, randomUUID())],
    [
      'the look for emails of the dead',
      (db) => reclaimEmails(db, { workerId: randomUUID(), retryUncertain: false }),
    ],
  ])('%s reads the index of what waits, and never the whole table', async (_, act) => {
    for (const plan of await plansOf(act)) {
      expect(plan).toContain('email_waiting_ix');
      expect(plan).not.toMatch(/Seq Scan on email(_message)?\b/);
    }
  });

  it.each<[string, (db: Queryable) => Promise<unknown>]>([
    ['to be held', (db) => holdWaitingEmails(db)],
    ['to be let go', (db) => releaseHeldEmails(db)],
  ])('mail %s is looked for in the index of what waits', async (_, act) => {
    for (const plan of await plansOf(act)) {
      expect(plan).toMatch(/Limit.*\n.*LockRows.*\n.*Index Scan using email_waiting_ix/);
    }
  });

  it('new mail goes out as if they were not there', async () => {
    const smtp = await scriptedSmtpServer([greet('220 mail.test')], { offers: ['PIPELINING'] });
    await granted(
      outbox.services.servers.update({ id: busy.id, hostname: '127.0.0.1', port: smtp.port }, sender),
    );
    const worker = await outbox.startWorker();
    await smtp.receives(50);
    const { id } = await outbox.send({ server: { id: busy.id }, subject: 'the new one' });
    const before = smtp.messages.length;
    await outbox.until(id, 'ACCEPTED');
    const place = smtp.messages.findIndex((message) => message.includes('the new one'));
    // Behind what was claimed when it came: 16 for each of 5 connections, and the turns of one more claim.
    expect(place - before).toBeLessThan(5 * 16 + 3);
    await worker.stop();
    await smtp.close();
  });
});
