import {
  greet,
  hangUp,
  on,
  onceTold,
  scriptedSmtpServer,
  selfSigned,
  startTls,
  type ScriptStep,
} from '@postroom/testing';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { granted, OutboxForTests, sender } from '../../../testing/outbox.ts';
import type { SmtpServer } from '../smtp-servers/index.ts';
import { claimEmails } from './claim-emails.sql.ts';
import { holdServer, readReleasedAt, type Hold } from './server-holds.sql.ts';

let outbox: OutboxForTests;

beforeAll(async () => {
  outbox = await OutboxForTests.open();
  await outbox.startWorker();
});
afterAll(() => outbox.close());

const hello = greet('220 mail.test ESMTP');
const offersAuth = on('EHLO', '250-mail.test', '250 AUTH PLAIN');
const refuses = [hello, offersAuth, on('AUTH', '535 5.7.8 Bad credentials')];
const welcomes = [hello, offersAuth];
/** Speaks of encryption to whoever gives a sender: HELD, and one email may try later whether that has changed. */
const wantsTls = [hello, on('MAIL', '530 5.7.0 Must issue a STARTTLS command first')];

const signIn = { username: 'ada', password: 'one password', allowInsecureAuth: true };

async function aServer(scripts: ScriptStep[][], settings: object = {}) {
  const smtp = await scriptedSmtpServer(scripts);
  onTestFinished(() => smtp.close());
  return { smtp, server: await outbox.addServer({ port: smtp.port, maxConnections: 1, ...settings }) };
}

/** A server whose mail is held, and an email that is. */
async function held(scripts: ScriptStep[][], settings: object = {}) {
  const { smtp, server } = await aServer(scripts, settings);
  const email = await outbox.send({ server: { id: server.id } });
  await outbox.until(email.id, 'HELD');
  return { smtp, server, email };
}

async function rowOf({ id }: Pick<SmtpServer, 'id'>) {
  const [row] = await outbox.sql<{ minutes: number; probeInSeconds: number | null; isHeld: boolean }>(
    `SELECT probe_minutes AS minutes, extract(epoch FROM probe_at - now())::float8 AS "probeInSeconds", held_since IS NOT NULL AS "isHeld"
       FROM server_delivery WHERE server_id = $1`,
    [id],
  );
  if (row === undefined) throw new Error('the server has no row');
  return row;
}

async function changePassword({ id }: SmtpServer): Promise<void> {
  const password = 'another password';
  await granted(
    outbox.services.servers.changePassword({ serverId: id, password, repeatPassword: password }, sender),
  );
}

/** The time for the next probe has come. */
async function probe({ id }: Pick<SmtpServer, 'id'>): Promise<void> {
  await outbox.sql(`UPDATE server_delivery SET probe_at = now() WHERE server_id = $1`, [id]);
  await outbox.lookEverywhere();
}

describe('a server that refuses the password', () => {
  it('is asked once, and everything that waits for it is held with the reason', async () => {
    const { smtp, server } = await aServer([refuses], { ...signIn, maxConnections: 5 });
    const results = await outbox.services.acceptance.sendAll(
      Array.from({ length: 20 }, (_, n) => ({
        server: { id: server.id },
        from: 'ada@example.org',
        to: [`bob${String(n)}@example.net`],
        subject: 'held',
        text: 'x',
      })),
      sender,
    );
    for (const result of results) if ('id' in result) await outbox.until(result.id, 'HELD');
    expect(smtp.commands.filter((line) => line.startsWith('AUTH'))).toHaveLength(1);
    expect(await outbox.holdOf(server.id)).toMatchObject({ heldBy: { code: 'AUTH_REFUSED' } });
  });

  it('holds what comes later from the beginning', async () => {
    const { server } = await held([refuses], signIn);
    expect(await outbox.send({ server: { id: server.id } })).toMatchObject({
      state: 'HELD',
      nextAttemptAt: null,
    });
  });

  it('is never tried again by itself: many servers lock the account', async () => {
    const { server } = await held([refuses], signIn);
    expect(await rowOf(server)).toMatchObject({ isHeld: true, probeInSeconds: null });
  });

  it('is not tried again by itself either when a later failure would allow it', async () => {
    const { server } = await held([refuses], signIn);
    await holdServer(outbox.pool, { ...(await aHoldOf(server)), mayProbe: true, isProbe: true });
    expect(await rowOf(server)).toMatchObject({ isHeld: true, probeInSeconds: null });
  });
});

describe('mail that is held goes out', () => {
  it('when the settings are saved with a change', async () => {
    const { server, email } = await held([wantsTls, welcomes]);
    await granted(
      outbox.services.servers.update({ id: server.id, ehloName: 'postroom.example.org' }, sender),
    );
    await outbox.until(email.id, 'ACCEPTED');
    expect(await outbox.holdOf(server.id)).toBeNull();
  });

  it('when the password is changed', async () => {
    const { server, email } = await held([refuses, welcomes], signIn);
    await changePassword(server);
    await outbox.until(email.id, 'ACCEPTED');
    const attempts = await outbox.attempts(email.id);
    expect(attempts.map(({ serverRevision, failure }) => [serverRevision, failure?.code])).toEqual([
      [1, 'AUTH_REFUSED'],
      [2, undefined],
    ]);
  });

  it('when its certificate is trusted', async () => {
    const own = await selfSigned();
    const inTls = [
      hello,
      on('EHLO', '250-mail.test', '250 STARTTLS'),
      on('STARTTLS', '220 Go'),
      startTls(own),
    ];
    const { server, email } = await held([inTls], { startTls: 'ENABLED_AND_REQUIRED' });
    expect(await outbox.holdOf(server.id)).toMatchObject({ heldBy: { code: 'CERTIFICATE_NOT_TRUSTED' } });
    const added = await outbox.services.certificates.add(
      { name: 'Office', pem: own.cert, serverIds: [server.id] },
      sender,
    );
    expect(added).toHaveProperty('certificates');
    await outbox.until(email.id, 'ACCEPTED');
  });

  it('when a test of the saved settings passed', async () => {
    const { server, email } = await held([wantsTls, welcomes]);
    await outbox.services.holds.settingsWork(server.id, server.revision);
    await outbox.until(email.id, 'ACCEPTED');
  });

  it('and not when the test was of earlier settings', async () => {
    const { server } = await held([wantsTls]);
    await outbox.services.holds.settingsWork(server.id, server.revision - 1);
    expect(await rowOf(server)).toMatchObject({ isHeld: true });
  });

  it('when somebody resumes the server', async () => {
    const { server, email } = await held([refuses, welcomes], signIn);
    expect(await outbox.services.holds.resume(server.id, sender)).toMatchObject({ id: server.id });
    await outbox.until(email.id, 'ACCEPTED');
  });

  it('when one email is tried by hand and gets through: the others follow', async () => {
    const { server, email } = await held([refuses, welcomes], signIn);
    const other = await outbox.send({ server: { id: server.id } });
    await outbox.services.changes.retry(other.id, null, sender);
    await outbox.until(other.id, 'ACCEPTED');
    await outbox.until(email.id, 'ACCEPTED');
  });

  it('and is held again when the server refuses again', async () => {
    const { server, email } = await held([refuses], signIn);
    await outbox.services.holds.resume(server.id, sender);
    await expect.poll(() => outbox.attempts(email.id)).toHaveLength(2);
    await outbox.until(email.id, 'HELD');
    expect(await outbox.holdOf(server.id)).toMatchObject({ heldBy: { code: 'AUTH_REFUSED' } });
  });
});

describe('a probe', () => {
  it('waits 5 minutes, then twice as long each time, an hour at most', async () => {
    const { server } = await held([wantsTls]);
    const hold = await aHoldOf(server);
    const waits: number[] = [];
    for (let probes = 0; probes < 6; probes += 1) {
      const { minutes, probeInSeconds } = await rowOf(server);
      expect(Math.round((probeInSeconds ?? 0) / 60)).toBe(minutes);
      waits.push(minutes);
      await holdServer(outbox.pool, { ...hold, isProbe: true });
    }
    expect(waits).toEqual([5, 10, 20, 40, 60, 60]);
  });

  it('that is refused makes the next one wait for longer', async () => {
    const { server, email } = await held([wantsTls]);
    await probe(server);
    await expect.poll(() => outbox.attempts(email.id)).toHaveLength(2);
    await outbox.until(email.id, 'HELD');
    expect(await rowOf(server)).toMatchObject({ minutes: 10 });
  });

  it('is one email; when it gets through the others follow', async () => {
    const { smtp, server, email } = await held([wantsTls, wantsTls, welcomes]);
    const others = [
      await outbox.send({ server: { id: server.id } }),
      await outbox.send({ server: { id: server.id } }),
    ];
    await probe(server);
    // The one under way counts among them.
    await expect.poll(() => outbox.attempts(email.id)).toHaveLength(2);
    await outbox.until(email.id, 'HELD');
    expect(smtp.connections).toBe(2);
    await probe(server);
    for (const { id } of [email, ...others]) await outbox.until(id, 'ACCEPTED');
  });

  it('releases the mail although new mail comes while it is under way', async () => {
    let tell: () => void = () => undefined;
    const told = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const { smtp, server, email } = await held([wantsTls, [hello, onceTold(told, '.', '250 Ok')]]);
    await probe(server);
    await smtp.sees('DATA');
    const other = await outbox.send({ server: { id: server.id } });
    expect(other.state).toBe('HELD');
    tell();
    await outbox.until(email.id, 'ACCEPTED');
    await outbox.until(other.id, 'ACCEPTED');
  });

  it('does not count the time that mail was held to its lifetime', async () => {
    const { server, email } = await held([wantsTls, welcomes]);
    await outbox.sql(
      `UPDATE email SET held_at = held_at - interval '6 days', expires_at = expires_at - interval '6 days' WHERE id = $1`,
      [email.id],
    );
    await probe(server);
    const sent = await outbox.until(email.id, 'ACCEPTED', 'FAILED');
    expect(sent.state).toBe('ACCEPTED');
    expect(sent.expiresAt.getTime() - Date.now()).toBeGreaterThan(4.9 * 86_400_000);
  });

  it('that fails for another reason leaves the mail held', async () => {
    const { server, email } = await held([wantsTls, [hangUp()]]);
    await probe(server);
    await outbox.until(email.id, 'DEFERRED');
    await outbox.lookEverywhere();
    await outbox.until(email.id, 'HELD');
    expect(await rowOf(server)).toMatchObject({ isHeld: true });
  });

  it('is as far away after failures side by side as after one', async () => {
    const { server } = await held([wantsTls]);
    const hold = await aHoldOf(server);
    await holdServer(outbox.pool, hold);
    await holdServer(outbox.pool, hold);
    expect(await rowOf(server)).toMatchObject({ minutes: 5 });
  });
});

describe('a failure of earlier settings', () => {
  it('holds nothing: the email goes out with those of now', async () => {
    let tell: () => void = () => undefined;
    const told = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const slow = [hello, offersAuth, onceTold(told, 'AUTH', '535 5.7.8 Bad credentials')];
    const { smtp, server } = await aServer([slow, welcomes], signIn);
    const email = await outbox.send({ server: { id: server.id } });
    await smtp.sees('AUTH');
    await changePassword(server);
    tell();
    await outbox.until(email.id, 'ACCEPTED');
    expect(await outbox.holdOf(server.id)).toBeNull();
    expect((await outbox.attempts(email.id)).map(({ serverRevision }) => serverRevision)).toEqual([1, 2]);
  });

  it('holds nothing either when it began before what is trusted was changed, and ended after', async () => {
    const { server } = await aServer([welcomes]);
    const hold = await aHoldOf(server);
    await outbox.dataSource.transaction(async (manager) => {
      await manager.query('SELECT 1');
      // A claim in between, as a worker makes it: it goes by the settings before the change.
      const releasedAt = (await readReleasedAt(outbox.pool, server.id)) ?? '';
      const claim = { serverId: server.id, revision: 1, releasedAt, workerId: server.id, limit: 1 };
      expect(await claimEmails(outbox.pool, claim)).toEqual([]);
      await outbox.services.holds.trustChanged(manager);
    });
    expect(await holdServer(outbox.pool, hold)).toBe(false);
  });
});

describe('a server that is disabled', () => {
  it('holds what waits, without a failure, until it is enabled again', async () => {
    const { server } = await aServer([welcomes]);
    const email = await outbox.send({ server: { id: server.id }, sendAt: new Date(Date.now() + 3_600_000) });
    await granted(outbox.services.servers.setDefault(server.id, sender));
    const other = await outbox.addServer({ port: 25 });
    await granted(outbox.services.servers.setDefault(other.id, sender));
    await granted(outbox.services.servers.update({ id: server.id, isEnabled: false }, sender));
    await outbox.until(email.id, 'HELD');
    expect(await outbox.holdOf(server.id)).toMatchObject({ heldBy: null });
    await granted(outbox.services.servers.update({ id: server.id, isEnabled: true }, sender));
    const released = await outbox.until(email.id, 'QUEUED');
    expect(released.nextAttemptAt).toEqual(email.sendAt);
  });
});

describe('a server whose password cannot be opened', () => {
  it('holds its mail and says so', async () => {
    const { server } = await aServer([welcomes], signIn);
    await outbox.sql(`UPDATE smtp_server SET hostname = 'localhost' WHERE id = $1`, [server.id]);
    const email = await outbox.send({ server: { id: server.id } });
    await outbox.until(email.id, 'HELD');
    expect(await outbox.holdOf(server.id)).toMatchObject({ heldBy: { code: 'PASSWORD_UNREADABLE' } });
    expect(await outbox.attempts(email.id)).toEqual([]);
  });
});

async function aHoldOf({ id }: SmtpServer): Promise<Hold> {
  const releasedAt = (await readReleasedAt(outbox.pool, id)) ?? '';
  const failure = {
    step: 'EHLO' as const,
    code: 'ENCRYPTION_REQUIRED',
    smtpCode: 530,
    enhancedCode: null,
    message: '',
    hint: null,
    fix: null,
    retryable: false,
  };
  return { serverId: id, releasedAt, failure, mayProbe: true, isProbe: false };
}
