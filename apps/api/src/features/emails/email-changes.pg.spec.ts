import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { granted, OutboxForTests, sender } from '../../../testing/outbox.ts';
import type { SmtpServer } from '../smtp-servers/index.ts';
import { after, EmailEvent, EmailState } from './email-state.ts';

let outbox: OutboxForTests;
let server: SmtpServer;

beforeAll(async () => {
  outbox = await OutboxForTests.open();
});
beforeEach(async () => {
  server = await outbox.addServer({ port: 25 });
});
afterAll(() => outbox.close());

/** An email in a state, as the worker leaves it: open recipients follow their email, others have an outcome. */
async function anEmailIn(state: EmailState, to = ['bob@example.net']) {
  const { id } = await outbox.send({ server: { id: server.id }, to });
  const outcome = ['ACCEPTED', 'FAILED', 'UNCERTAIN'].includes(state) ? state : null;
  await outbox.sql(
    `UPDATE email SET state = $2::email_state, attempt_count = 3, deferral_count = 3, crash_count = 2,
       due_at = now() + interval '1 hour', expires_at = now() + interval '1 hour', held_at = CASE WHEN $2::text = 'HELD' THEN now() END,
       recipients = (SELECT jsonb_agg(each || jsonb_build_object('outcome', $3::text)) FROM jsonb_array_elements(recipients) each)
      WHERE id = $1`,
    [id, state, outcome],
  );
  return id;
}

describe('an email that a person has tried again', () => {
  it.each(Object.values(EmailState))('%s', async (state) => {
    const id = await anEmailIn(state);
    const result = await outbox.services.changes.retry(id, null, sender);
    if (after(state, EmailEvent.RETRY) === null) {
      expect(result).toMatchObject({ code: 'WRONG_STATE', state });
      expect((await outbox.email(id)).state).toBe(state);
      return;
    }
    expect(result).toMatchObject({
      state: 'QUEUED',
      attemptCount: 3,
      possibleDuplicate: state === 'UNCERTAIN',
      recipients: [{ state: 'QUEUED' }],
    });
    const { nextAttemptAt, expiresAt } = await outbox.email(id);
    expect(nextAttemptAt!.getTime()).toBeLessThanOrEqual(Date.now());
    expect(expiresAt.getTime() - Date.now()).toBeGreaterThan(4.9 * 86_400_000);
    const [row] = await outbox.sql('SELECT deferral_count, crash_count, is_forced FROM email WHERE id = $1', [
      id,
    ]);
    expect(row).toEqual({ deferral_count: 0, crash_count: 0, is_forced: true });
  });

  it('is not asked again of those who have it', async () => {
    const id = await anEmailIn('UNCERTAIN', ['one@example.net', 'two@example.net']);
    await outbox.sql(
      `UPDATE email SET recipients = jsonb_set(recipients, '{0,outcome}', '"ACCEPTED"') WHERE id = $1`,
      [id],
    );
    const retried = await granted(outbox.services.changes.retry(id, null, sender));
    expect(retried.recipients.map(({ state }) => state)).toEqual(['ACCEPTED', 'QUEUED']);
  });

  it('may go over another server, which the list tells from then on', async () => {
    const other = await outbox.addServer({ port: 26 });
    const id = await anEmailIn('FAILED');
    const retried = await granted(outbox.services.changes.retry(id, { id: other.id }, sender));
    expect(retried).toMatchObject({ serverId: other.id, serverName: other.name });
  });

  it('goes over no server that is disabled, strict about its addresses, or of another kind', async () => {
    const id = await anEmailIn('FAILED');
    await outbox.services.servers.setDefault((await outbox.addServer({ port: 26 })).id, sender);
    await granted(outbox.services.servers.update({ id: server.id, isEnabled: false }, sender));
    expect(await outbox.services.changes.retry(id, null, sender)).toMatchObject({
      problems: [{ path: 'server', code: 'SERVER_DISABLED' }],
    });
    const fax = await outbox.addServer({
      port: 25,
      kind: 'FAX',
      faxAddressTemplate: 'FAX={number}@fax.example.org',
    });
    expect(await outbox.services.changes.retry(id, { id: fax.id }, sender)).toMatchObject({
      problems: [{ path: 'server', code: 'NOT_FOR_FAX' }],
    });
    server = await outbox.addServer({ port: 25, mimeAddressStrict: false });
    const loose = await anEmailIn('FAILED', ['bob.@example.net']);
    const strict = await outbox.addServer({ port: 25 });
    expect(await outbox.services.changes.retry(loose, { id: strict.id }, sender)).toMatchObject({
      problems: [{ path: 'server', code: 'ADDRESS_NOT_STRICT' }],
    });
  });

  it('needs a server where its own was deleted', async () => {
    const id = await anEmailIn('FAILED');
    expect(await outbox.services.servers.delete(server.id, sender)).toEqual({ id: server.id });
    expect(await outbox.services.changes.retry(id, null, sender)).toMatchObject({
      problems: [{ path: 'server', code: 'REQUIRED' }],
    });
    const other = await outbox.addServer({ port: 25 });
    const retried = await granted(outbox.services.changes.retry(id, { id: other.id }, sender));
    expect(retried).toMatchObject({ state: 'QUEUED', serverId: other.id });
  });

  it('does not wait for ever where its server is deleted in the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      server = await outbox.addServer({ port: 25 });
      const id = await anEmailIn('FAILED');
      const [, deleted] = await Promise.all([
        outbox.services.changes.retry(id, null, sender),
        outbox.services.servers.delete(server.id, sender),
      ]);
      const { state, serverId } = await outbox.email(id);
      expect({ state, serverId }).toEqual(
        'code' in deleted ? { state: 'QUEUED', serverId: server.id } : { state: 'FAILED', serverId: null },
      );
    }
  });
});

describe('an email that a person stops', () => {
  it.each(Object.values(EmailState))('%s', async (state) => {
    const id = await anEmailIn(state);
    const result = await outbox.services.changes.cancel(id, sender);
    const expected = after(state, EmailEvent.CANCEL);
    expect(result).toMatchObject(
      expected === null ? { code: 'WRONG_STATE', state } : { state: expected, nextAttemptAt: null },
    );
    expect((await outbox.email(id)).state).toBe(expected ?? state);
  });

  it('is stopped or sent, never both, when a worker takes it in the same moment', async () => {
    const { scriptedSmtpServer } = await import('@postroom/testing');
    const smtp = await scriptedSmtpServer([
      { verb: null, act: (connection) => connection.write('220 x\r\n') },
    ]);
    const busy = await outbox.addServer({ port: smtp.port });
    const worker = await outbox.startWorker();
    const emails = await Promise.all(
      Array.from({ length: 40 }, () => outbox.send({ server: { id: busy.id } })),
    );
    const answers = await Promise.all(emails.map(({ id }) => outbox.services.changes.cancel(id, sender)));
    for (const [index, { id }] of emails.entries()) {
      const expected = 'code' in answers[index]! ? 'ACCEPTED' : 'CANCELLED';
      expect((await outbox.until(id, 'ACCEPTED', 'CANCELLED')).state).toBe(expected);
    }
    expect(smtp.messages).toHaveLength(answers.filter((answer) => 'code' in answer).length);
    await worker.stop();
    await smtp.close();
  });
});

describe('all emails that a filter names', () => {
  it('are counted first, then tried again, spread over time; what cannot be is left alone', async () => {
    const serverId = server.id;
    for (const state of Object.values(EmailState)) await anEmailIn(state);
    const { changes } = outbox.services;
    const expected = { matched: 8, changed: 5, skipped: 3 };
    expect(await changes.retryAll({ serverId }, true, sender)).toEqual(expected);
    expect((await outbox.states(serverId)).filter((state) => state === 'QUEUED')).toHaveLength(1);
    expect(await changes.retryAll({ serverId }, false, sender)).toEqual(expected);
    expect((await outbox.states(serverId)).filter((state) => state === 'QUEUED')).toHaveLength(5);
  });

  it('are counted first, then stopped', async () => {
    const serverId = server.id;
    for (const state of Object.values(EmailState)) await anEmailIn(state);
    const { changes } = outbox.services;
    const expected = { matched: 2, changed: 2, skipped: 0 };
    const filter = { serverId, states: [EmailState.QUEUED, EmailState.DEFERRED] };
    expect(await changes.cancelAll(filter, true, sender)).toEqual(expected);
    expect(await changes.cancelAll(filter, false, sender)).toEqual(expected);
    expect((await outbox.states(serverId)).filter((state) => state === 'CANCELLED')).toHaveLength(3);
  });

  it('become due one after the other: 20 in a second', async () => {
    const serverId = server.id;
    const emails = Array.from({ length: 200 }, () => outbox.send({ server: { id: serverId } }));
    await Promise.all(emails);
    await outbox.sql(`UPDATE email SET state = 'FAILED' WHERE server_id = $1`, [serverId]);
    await outbox.services.changes.retryAll({ serverId }, false, sender);
    const [row] = await outbox.sql<{ seconds: number }>(
      `SELECT extract(epoch FROM max(due_at) - min(due_at))::float8 AS seconds FROM email WHERE server_id = $1`,
      [serverId],
    );
    expect(row?.seconds).toBeGreaterThan(8);
    expect(row?.seconds).toBeLessThanOrEqual(10);
  });

  it('are left alone where their server was deleted', async () => {
    const id = await anEmailIn('FAILED');
    await outbox.services.servers.delete(server.id, sender);
    const { messageId } = await outbox.email(id);
    const skipped = { matched: 1, changed: 0, skipped: 1 };
    expect(await outbox.services.changes.retryAll({ messageId }, true, sender)).toEqual(skipped);
    expect(await outbox.services.changes.retryAll({ messageId }, false, sender)).toEqual(skipped);
    expect((await outbox.email(id)).state).toBe('FAILED');
  });

  it('are only those of the servers that a token may use', async () => {
    await anEmailIn('FAILED');
    const token = { ...sender, user: null, serverIds: new Set<string>() };
    expect(await outbox.services.changes.retryAll({ serverId: server.id }, false, token)).toEqual({
      matched: 0,
      changed: 0,
      skipped: 0,
    });
  });
});
