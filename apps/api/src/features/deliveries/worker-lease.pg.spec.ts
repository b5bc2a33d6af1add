import { randomUUID } from 'node:crypto';
import { greet, onceTold, scriptedSmtpServer } from '@postroom/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { OutboxForTests, type WorkerOptions } from '../../../testing/outbox.ts';
import { endLockSessions } from '../../../testing/postgres.ts';
import type { DeliveryWorker } from './delivery-worker.service.ts';
import { reclaimEmails, renewLease, shortenLeasesOfTheDead } from './worker-lease.sql.ts';

let outbox: OutboxForTests;
const workers: DeliveryWorker[] = [];
/** Looks after the emails of others, as every worker does. */
const neighbour = randomUUID();

beforeAll(async () => {
  outbox = await OutboxForTests.open();
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  await outbox.sql('DELETE FROM delivery_worker');
});
afterAll(() => outbox.close());

async function startWorker(options: WorkerOptions = {}): Promise<DeliveryWorker> {
  const worker = await outbox.startWorker(options);
  workers.push(worker);
  return worker;
}

/** Seconds that a lease still runs; null = there is no such worker. */
async function leaseOf(workerId: string): Promise<number | null> {
  const [row] = await outbox.sql<{ seconds: number }>(
    `SELECT extract(epoch FROM lease_until - now())::float8 AS seconds FROM delivery_worker WHERE id = $1`,
    [workerId],
  );
  return row?.seconds ?? null;
}

async function leaseRunsOut(workerId: string): Promise<void> {
  await outbox.sql(`UPDATE delivery_worker SET lease_until = now() - interval '1 second' WHERE id = $1`, [
    workerId,
  ]);
}

const reclaim = (retryUncertain = false) =>
  reclaimEmails(outbox.pool, { workerId: neighbour, retryUncertain });

/** A server that answers the command only when it is told to. */
async function aSlowServer(verb: string, reply: string) {
  let tell: () => void = () => undefined;
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const hello = greet('220 mail.test ESMTP');
  const smtp = await scriptedSmtpServer([[hello, onceTold(told, verb, reply)], [hello]]);
  onTestFinished(() => smtp.close());
  const server = await outbox.addServer({ port: smtp.port, maxConnections: 1 });
  return { smtp, server, tell };
}

/** An email in the hands of a process that is dead: it holds no lock. */
async function inDeadHands({ dotWritten }: { dotWritten: boolean }) {
  const server = await outbox.addServer({ port: 25, hostname: 'smtp.example.org' });
  const email = await outbox.send({ server: { id: server.id } });
  const dead = randomUUID();
  await renewLease(outbox.pool, dead);
  await outbox.sql(
    `UPDATE email SET state = 'SENDING', worker_id = $2, fence = fence + 1, claimed_at = now(), server_revision = 1, dot_written = $3
      WHERE id = $1`,
    [email.id, dead, dotWritten],
  );
  return { dead, email };
}

describe('a worker that is alive', () => {
  it('keeps its emails when it lost its database session, as after a restart of PostgreSQL', async () => {
    const worker = await startWorker();
    const { smtp, server, tell } = await aSlowServer('.', '250 Ok');
    const email = await outbox.send({ server: { id: server.id } });
    await smtp.receives(1);
    await endLockSessions(outbox.database.connection);
    await shortenLeasesOfTheDead(outbox.pool, neighbour);
    expect(await leaseOf(worker.id)).toBeLessThan(6);
    await vi.waitUntil(async () => ((await leaseOf(worker.id)) ?? 0) > 60, { timeout: 10_000 });
    await shortenLeasesOfTheDead(outbox.pool, neighbour);
    expect(await leaseOf(worker.id)).toBeGreaterThan(60);
    expect(await reclaim()).toBe(0);
    tell();
    await outbox.until(email.id, 'ACCEPTED');
    expect(await outbox.attempts(email.id)).toHaveLength(1);
  });

  it('and was thought dead still tells the verdict, which counts', async () => {
    const worker = await startWorker();
    const { smtp, server, tell } = await aSlowServer('.', '250 2.0.0 Taken');
    const email = await outbox.send({ server: { id: server.id } });
    await smtp.receives(1);
    await leaseRunsOut(worker.id);
    expect(await reclaim()).toBe(1);
    expect((await outbox.email(email.id)).state).toBe('UNCERTAIN');
    tell();
    const ended = await outbox.until(email.id, 'ACCEPTED');
    expect(ended).toMatchObject({ possibleDuplicate: false, attemptCount: 1 });
    expect(await outbox.attempts(email.id)).toMatchObject([{ reply: '250 2.0.0 Taken', failure: null }]);
  });

  it('and was thought dead tells nothing any more once another worker may try the email again', async () => {
    const worker = await startWorker();
    const { smtp, server, tell } = await aSlowServer('.', '554 No');
    const email = await outbox.send({ server: { id: server.id } });
    await smtp.receives(1);
    await leaseRunsOut(worker.id);
    expect(await reclaim(true)).toBe(1);
    expect(await outbox.email(email.id)).toMatchObject({ state: 'DEFERRED', possibleDuplicate: true });
    tell();
    await outbox.due(email.id);
    await outbox.until(email.id, 'ACCEPTED');
    expect(smtp.messages).toHaveLength(2);
  });

  it('never sends the dot of an email that another worker has now', async () => {
    const worker = await startWorker();
    const { smtp, server, tell } = await aSlowServer('DATA', '354 Go');
    const email = await outbox.send({ server: { id: server.id } });
    await smtp.sees('DATA');
    await leaseRunsOut(worker.id);
    expect(await reclaim()).toBe(1);
    tell();
    await outbox.until(email.id, 'ACCEPTED');
    expect(smtp.connections).toBe(2);
    expect(smtp.messages).toHaveLength(1);
    expect(await outbox.attempts(email.id)).toHaveLength(2);
  });

  it('sends no dot while its lease has run out, though nobody took the email, and sends it once it is renewed', async () => {
    const worker = await startWorker();
    const { smtp, server, tell } = await aSlowServer('DATA', '354 Go');
    const email = await outbox.send({ server: { id: server.id } });
    await smtp.sees('DATA');
    await leaseRunsOut(worker.id);
    tell();
    await smtp.emptied();
    expect(smtp.messages).toEqual([]);
    // As if it had been claimed for so long that the answer to a claim must have come.
    await outbox.sql(`UPDATE email SET claimed_at = claimed_at - interval '1 minute' WHERE id = $1`, [
      email.id,
    ]);
    await endLockSessions(outbox.database.connection);
    await outbox.until(email.id, 'ACCEPTED');
    expect(smtp.messages).toHaveLength(1);
  });

  it('gives back what the database says it has and it never heard of: the answer to a claim was lost', async () => {
    const { smtp, server, tell } = await aSlowServer('.', '250 Ok');
    tell();
    const worker = await startWorker();
    const email = await outbox.send({ server: { id: server.id }, sendAt: new Date(Date.now() + 60_000) });
    await outbox.sql(
      `UPDATE email SET state = 'SENDING', worker_id = $2, fence = fence + 1, claimed_at = now() - interval '1 minute',
                        server_revision = 1, send_at = NULL, due_at = now()
        WHERE id = $1`,
      [email.id, worker.id],
    );
    await endLockSessions(outbox.database.connection);
    await outbox.until(email.id, 'ACCEPTED');
    expect(smtp.messages).toHaveLength(1);
    expect(await outbox.attempts(email.id)).toHaveLength(1);
  });
});

describe('the emails of a worker that died', () => {
  it('are taken over five seconds after it was found dead', async () => {
    const { dead, email } = await inDeadHands({ dotWritten: false });
    await shortenLeasesOfTheDead(outbox.pool, neighbour);
    expect(await leaseOf(dead)).toBeGreaterThan(4);
    expect(await leaseOf(dead)).toBeLessThanOrEqual(5);
    expect(await reclaim()).toBe(0);
    await leaseRunsOut(dead);
    expect(await reclaim()).toBe(1);
    expect(await leaseOf(dead)).toBeNull();
    expect((await outbox.email(email.id)).state).toBe('QUEUED');
    expect(await outbox.attempts(email.id)).toMatchObject([{ number: 1, durationMs: null, failure: null }]);
  });

  it('are uncertain where the dot was written, and only a person may have them tried again', async () => {
    const { dead, email } = await inDeadHands({ dotWritten: true });
    await leaseRunsOut(dead);
    await reclaim();
    const unknown = { state: 'UNCERTAIN', failure: { code: 'OUTCOME_UNKNOWN' } };
    expect(await outbox.email(email.id)).toMatchObject({
      state: 'UNCERTAIN',
      nextAttemptAt: null,
      possibleDuplicate: false,
      recipients: [unknown],
    });
    expect(await outbox.attempts(email.id)).toMatchObject([{ failure: unknown.failure }]);
  });

  it('are tried again with RETRY_UNCERTAIN where the dot was written, and marked', async () => {
    const { dead, email } = await inDeadHands({ dotWritten: true });
    await leaseRunsOut(dead);
    await reclaim(true);
    const { state, possibleDuplicate, nextAttemptAt } = await outbox.email(email.id);
    expect({ state, possibleDuplicate }).toEqual({ state: 'DEFERRED', possibleDuplicate: true });
    expect((nextAttemptAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(50_000);
  });

  it('wait longer each time once three workers have died over them: perhaps it is an email that kills', async () => {
    const { dead, email } = await inDeadHands({ dotWritten: false });
    const waits: number[] = [];
    for (let deaths = 1; deaths <= 6; deaths += 1) {
      await renewLease(outbox.pool, dead);
      await leaseRunsOut(dead);
      await outbox.sql(
        `UPDATE email SET state = 'SENDING', worker_id = $2, claimed_at = now() WHERE id = $1`,
        [email.id, dead],
      );
      await reclaim();
      const [row] = await outbox.sql<{ seconds: number }>(
        'SELECT extract(epoch FROM due_at - updated_at)::float8 AS seconds FROM email WHERE id = $1',
        [email.id],
      );
      waits.push(row?.seconds ?? -1);
    }
    expect(waits).toEqual([0, 0, 0, 60, 120, 240]);
  });

  it('are taken over once, by whichever worker comes first', async () => {
    const { dead } = await inDeadHands({ dotWritten: false });
    await leaseRunsOut(dead);
    const taken = await Promise.all([reclaim(), reclaim(), reclaim()]);
    expect(taken.sort()).toEqual([0, 0, 1]);
  });

  it('keep the wish of a person who had them tried', async () => {
    const { dead, email } = await inDeadHands({ dotWritten: false });
    await outbox.sql('UPDATE email SET is_forced = true WHERE id = $1', [email.id]);
    await leaseRunsOut(dead);
    await reclaim();
    expect(await outbox.sql('SELECT is_forced FROM email WHERE id = $1', [email.id])).toEqual([
      { is_forced: true },
    ]);
  });
});
