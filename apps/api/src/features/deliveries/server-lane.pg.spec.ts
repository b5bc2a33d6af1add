import { greet, hangUp, on, onceTold, scriptedSmtpServer, type ScriptStep } from '@postroom/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { granted, OutboxForTests, sender } from '../../../testing/outbox.ts';
import { deliveryConnection } from '../../../testing/smtp-fixtures.ts';
import type { SmtpServer } from '../smtp-servers/index.ts';
import type { DeliveryWorker } from './delivery-worker.service.ts';

let outbox: OutboxForTests;
const workers: DeliveryWorker[] = [];

beforeAll(async () => {
  outbox = await OutboxForTests.open();
});
beforeEach(async () => {
  workers.push(await outbox.startWorker());
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});
afterAll(() => outbox.close());

const hello = greet('220 mail.test ESMTP');

async function aServer(scripts: ScriptStep[][], settings: object = {}) {
  const smtp = await scriptedSmtpServer(scripts);
  onTestFinished(() => smtp.close());
  return { smtp, server: await outbox.addServer({ port: smtp.port, ...settings }) };
}

function aSignal() {
  let tell: () => void = () => undefined;
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return { tell, told };
}

async function sendMany(count: number, { id }: SmtpServer) {
  const inputs = Array.from({ length: count }, (_, n) => ({
    server: { id },
    from: 'ada@example.org',
    to: [`bob${String(n)}@example.net`],
    subject: 'many',
    text: 'x',
  }));
  const results = await outbox.services.acceptance.sendAll(inputs, sender);
  return results.map((result) => {
    if ('refusal' in result) throw new Error(result.message);
    return result;
  });
}

describe('the mail of a server', () => {
  it('goes out over one connection after the other, which stays open for what comes next', async () => {
    const { smtp, server } = await aServer([[hello]]);
    for (let count = 0; count < 3; count += 1) {
      const { id } = await outbox.send({ server: { id: server.id } });
      await outbox.until(id, 'ACCEPTED');
    }
    expect(smtp.connections).toBe(1);
  });

  it('does not wait for an email that the server takes long to decide about', async () => {
    const { tell, told } = aSignal();
    const { smtp, server } = await aServer([[hello, onceTold(told, '.', '250 Ok')], [hello]]);
    const slow = await outbox.send({ server: { id: server.id } });
    await smtp.sees('DATA');
    const quick = await outbox.send({ server: { id: server.id } });
    await outbox.until(quick.id, 'ACCEPTED');
    expect((await outbox.email(slow.id)).state).toBe('SENDING');
    tell();
    await outbox.until(slow.id, 'ACCEPTED');
  });

  it('is sent over as many connections as the server takes, where those are fewer than it may have', async () => {
    const refused = aSignal();
    const crowded: ScriptStep = {
      verb: null,
      act: (connection) => {
        if (smtp.open <= 2) {
          connection.write('220 mail.test ESMTP\r\n');
          return;
        }
        connection.write('421 4.7.0 Too many connections\r\n');
        connection.hangUp();
        refused.tell();
      },
    };
    const { smtp, server } = await aServer([[crowded, onceTold(refused.told, '.', '250 Ok')]]);
    const emails = await sendMany(20, server);
    for (const { id } of emails) await outbox.until(id, 'ACCEPTED');
    const numbers = await Promise.all(emails.map(async ({ id }) => (await outbox.attempts(id)).length));
    expect(numbers).toEqual(emails.map(() => 1));
  });

  it('is sent over no more connections than it may have, however many processes send it', async () => {
    workers.push(await outbox.startWorker(), await outbox.startWorker());
    const full = aSignal();
    const { smtp, server } = await aServer([[hello, onceTold(full.told, '.', '250 Ok')]], {
      maxConnections: 3,
    });
    const emails = await sendMany(60, server);
    await vi.waitUntil(() => smtp.open === 3, { timeout: 10_000 });
    await outbox.lookEverywhere();
    full.tell();
    for (const { id } of emails) await outbox.until(id, 'ACCEPTED');
    expect(smtp.mostOpen).toBe(3);
    expect(smtp.messages).toHaveLength(60);
  });

  it('waits for the second process until the first has given its connection back', async () => {
    const { tell, told } = aSignal();
    const { smtp, server } = await aServer([[hello, onceTold(told, '.', '250 Ok')]], { maxConnections: 1 });
    const first = await outbox.send({ server: { id: server.id } });
    await smtp.sees('DATA');
    const [worker] = workers.splice(0);
    workers.push(await outbox.startWorker());
    const second = await outbox.send({ server: { id: server.id } });
    const stopped = worker?.stop();
    tell();
    await outbox.until(first.id, 'ACCEPTED');
    await stopped;
    await outbox.until(second.id, 'ACCEPTED');
    expect(smtp.mostOpen).toBe(1);
  });
});

describe('a change of the settings', () => {
  it('counts for the next email, and each attempt says which settings it was made with', async () => {
    const { tell, told } = aSignal();
    const { smtp, server } = await aServer([[hello, onceTold(told, '.', '250 Ok')], [hello]], {
      maxConnections: 1,
      ehloName: 'before.example.org',
    });
    const emails = await sendMany(2, server);
    await smtp.sees('DATA');
    await granted(outbox.services.servers.update({ id: server.id, ehloName: 'after.example.org' }, sender));
    // It was claimed with the first one, and is given back.
    await vi.waitUntil(async () => (await outbox.states(server.id)).includes('QUEUED'), { timeout: 10_000 });
    tell();
    for (const { id } of emails) await outbox.until(id, 'ACCEPTED');
    expect(smtp.commands.filter((line) => line.startsWith('EHLO'))).toEqual([
      'EHLO before.example.org',
      'EHLO after.example.org',
    ]);
    const attempts = await Promise.all(emails.map(({ id }) => outbox.attempts(id)));
    expect(attempts.flatMap((each) => each.map(({ serverRevision }) => serverRevision)).sort()).toEqual([
      1, 2,
    ]);
  });

  it('to another host takes along what was claimed for the old one', async () => {
    const { tell, told } = aSignal();
    const { smtp: old, server } = await aServer([[hello, onceTold(told, '.', '250 Ok')]], {
      maxConnections: 1,
    });
    const { smtp: other } = await aServer([[hello]]);
    const emails = await sendMany(5, server);
    await old.sees('DATA');
    await granted(outbox.services.servers.update({ id: server.id, port: other.port }, sender));
    await vi.waitUntil(async () => (await outbox.states(server.id)).includes('QUEUED'), { timeout: 10_000 });
    tell();
    for (const { id } of emails) await outbox.until(id, 'ACCEPTED');
    expect([old.messages.length, other.messages.length]).toEqual([1, 4]);
  });

  it('to fewer connections closes those that are too many', async () => {
    const { tell, told } = aSignal();
    const slow = [hello, onceTold(told, '.', '250 Ok')];
    const { smtp, server } = await aServer([slow, slow, slow, [hello, onceTold(told, 'MAIL', '250 Ok')]], {
      maxConnections: 3,
    });
    const emails = await sendMany(40, server);
    await vi.waitUntil(() => smtp.open === 3, { timeout: 10_000 });
    await granted(outbox.services.servers.update({ id: server.id, maxConnections: 1 }, sender));
    tell();
    for (const { id } of emails) await outbox.until(id, 'ACCEPTED');
    expect(smtp.connections).toBe(4);
  });
});

describe('a server that takes no connection', () => {
  it('defers what was claimed for the connection, and leaves the rest alone', async () => {
    const smtp = await scriptedSmtpServer([]);
    await smtp.close();
    const server = await outbox.addServer({ port: smtp.port });
    const emails = await sendMany(40, server);
    await vi.waitUntil(async () => (await outbox.states(server.id)).includes('DEFERRED'), {
      timeout: 10_000,
    });
    expect((await outbox.states(server.id)).filter((state) => state === 'DEFERRED')).toHaveLength(16);
    const attempts = await Promise.all(emails.map(({ id }) => outbox.attempts(id)));
    const failures = attempts.flat().map(({ failure }) => failure?.code);
    expect(failures).toEqual(Array.from({ length: 16 }, () => 'CONNECTION_REFUSED'));
  });
});

describe('an error within Postroom', () => {
  it('puts an email aside after three times, and the others go out', async () => {
    const { smtp, server } = await aServer([[hello]]);
    const poison = await outbox.addServer({ port: smtp.port });
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
    workers.push(
      await outbox.startWorker({
        newConnection: ({ id, settings }) => {
          if (id === poison.id) throw new Error('a fault of ours');
          return deliveryConnection(settings);
        },
      }),
    );
    const email = await outbox.send({ server: { id: poison.id } });
    for (const attempts of [1, 2, 3]) {
      await vi.waitUntil(async () => (await outbox.email(email.id)).attemptCount === attempts, {
        timeout: 10_000,
      });
      await outbox.due(email.id);
    }
    expect((await outbox.email(email.id)).recipients).toMatchObject([
      { failure: { code: 'DELIVERY_CRASHED' } },
    ]);
    const other = await outbox.send({ server: { id: server.id } });
    await outbox.until(other.id, 'ACCEPTED');
  });
});

describe('a connection that the server closed while it was idle', () => {
  it('is no attempt: the email goes over another one', async () => {
    const { smtp, server } = await aServer([
      [hello, on('MAIL', '250 Ok'), on('.', '250 Ok'), on('MAIL'), hangUp()],
      [hello],
    ]);
    const first = await outbox.send({ server: { id: server.id } });
    await outbox.until(first.id, 'ACCEPTED');
    const second = await outbox.send({ server: { id: server.id } });
    await outbox.until(second.id, 'ACCEPTED');
    expect(smtp.connections).toBe(2);
    expect(await outbox.attempts(second.id)).toHaveLength(1);
  });
});
