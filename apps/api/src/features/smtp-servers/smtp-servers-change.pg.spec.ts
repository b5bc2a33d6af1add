import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignedIn, type AppForTests } from '../../../testing/app-for-tests.ts';
import { aServer, SmtpServerCalls } from '../../../testing/smtp-server-calls.ts';

let app: AppForTests;
let servers: SmtpServerCalls;

beforeAll(async () => {
  const started = await startSignedIn();
  app = started.app;
  servers = new SmtpServerCalls(started.client);
});
afterAll(() => app.close());

describe('changing a server', () => {
  it('leaves what is not named as it is', async () => {
    const before = await servers.add(aServer({ username: 'ada', password: 'secret', timeoutSeconds: 7 }));
    const after = await servers.update({ id: before.id, timeoutSeconds: 8 });
    expect(after).toEqual({ ...before, timeoutSeconds: 8, revision: 2 });
  });

  it('changes nothing, the revision included, where nothing differs', async () => {
    const before = await servers.add(aServer());
    expect(await servers.update({ id: before.id, name: before.name, port: 25 })).toEqual(before);
  });

  it.each([
    [{ hostname: 'evil.example.net' }],
    [{ port: 2525 }],
    [{ protocol: 'SMTPS' }],
    [{ startTls: 'DISABLED' }],
    [{ allowInsecureAuth: true }],
    [{ username: 'eve' }],
  ])('erases the password where %j changes', async (change) => {
    const server = await servers.add(aServer({ username: 'ada', password: 'secret' }));
    expect(await servers.update({ id: server.id, ...change })).toMatchObject({
      hasPassword: false,
      passwordChangedBy: null,
    });
    const back = Object.fromEntries(Object.keys(change).map((setting) => [setting, server[setting]]));
    expect(await servers.update({ id: server.id, ...back })).toMatchObject({ hasPassword: false });
  });

  it.each([
    [{ name: 'Another name' }],
    [{ timeoutSeconds: 5 }],
    [{ ehloName: 'app.example.org' }],
    [{ maxConnections: 2 }],
    [{ hostname: ' SMTP.example.org. ' }],
  ])('keeps the password where only %j changes', async (change) => {
    const server = await servers.add(aServer({ username: 'ada', password: 'secret' }));
    expect(await servers.update({ id: server.id, ...change })).toMatchObject({ hasPassword: true });
    await servers.remove(server.id);
  });

  it('takes the password of the new place in the same step', async () => {
    const server = await servers.add(aServer({ username: 'ada', password: 'secret' }));
    const moved = await servers.update({ id: server.id, hostname: 'new.example.org', password: 'other' });
    expect(moved).toMatchObject({ hostname: 'new.example.org', hasPassword: true });
  });

  it('refuses a password where the place stays, and keeps the old one', async () => {
    const server = await servers.add(aServer({ username: 'ada', password: 'secret' }));
    const refusal = await servers.update({ id: server.id, timeoutSeconds: 9, password: 'other' });
    expect(refusal.problems).toEqual([
      expect.objectContaining({ path: 'password', code: 'DESTINATION_UNCHANGED' }),
    ]);
    expect(await servers.named(server.name)).toMatchObject({ hasPassword: true, revision: 1 });
  });

  it.each([
    'name',
    'hostname',
    'port',
    'protocol',
    'startTls',
    'timeoutSeconds',
    'isEnabled',
    'allowInsecureAuth',
  ])('refuses null for %s, which has no none', async (path) => {
    const server = await servers.add(aServer());
    const refusal = await servers.update({ id: server.id, [path]: null });
    expect(refusal.problems).toEqual([expect.objectContaining({ path, code: 'REQUIRED' })]);
  });

  it('takes null for none where there is a none', async () => {
    const server = await servers.add(
      aServer({ ehloName: 'app.example.org', defaultFrom: 'ada@example.org', messagesPerMinute: 10 }),
    );
    const after = await servers.update({
      id: server.id,
      ehloName: null,
      defaultFrom: null,
      messagesPerMinute: null,
    });
    expect(after).toMatchObject({ ehloName: null, defaultFrom: null, messagesPerMinute: null });
  });

  it('refuses a revision that is not the current one and shows what stands', async () => {
    const server = await servers.add(aServer());
    await servers.update({ id: server.id, revision: 1, name: `${server.name} renamed` });
    expect(await servers.update({ id: server.id, revision: 1, timeoutSeconds: 3 })).toMatchObject({
      __typename: 'EditConflict',
      currentRevision: 2,
      current: { name: `${server.name} renamed` },
    });
  });

  it.each(['no-uuid', '01a204c3-3d82-7642-bafb-f268d145ff1c'])(
    'answers NotFound for the unknown id %s',
    async (id) => {
      expect(await servers.update({ id, name: 'x' })).toMatchObject({
        __typename: 'NotFound',
        code: 'NOT_FOUND',
      });
      expect(
        await servers.changePassword({ serverId: id, password: 'x', repeatPassword: 'x' }),
      ).toMatchObject({
        __typename: 'NotFound',
      });
      expect(await servers.remove(id)).toMatchObject({ __typename: 'NotFound' });
      expect(await servers.setDefault(id)).toMatchObject({ __typename: 'NotFound' });
    },
  );
});

describe('changing a password', () => {
  it('stores it, says who and when, and grows the revision', async () => {
    const server = await servers.add(aServer({ username: 'ada' }));
    const after = await servers.changePassword({
      serverId: server.id,
      password: 'secret',
      repeatPassword: 'secret',
    });
    expect(after).toMatchObject({ hasPassword: true, passwordChangedBy: 'ada@example.org', revision: 2 });
  });

  it.each([
    [{ password: 'one', repeatPassword: 'two' }, 'repeatPassword', 'PASSWORDS_DIFFER'],
    [{ password: 'one' }, 'repeatPassword', 'PASSWORDS_DIFFER'],
    [{ password: null, repeatPassword: 'two' }, 'repeatPassword', 'PASSWORDS_DIFFER'],
    [{}, 'password', 'REQUIRED'],
    [{ password: '', repeatPassword: '' }, 'password', 'REQUIRED'],
    [{ password: 'a\r\nb', repeatPassword: 'a\r\nb' }, 'password', 'CONTROL_CHARACTER'],
  ])('refuses %j', async (passwords, path, code) => {
    const server = await servers.add(aServer({ username: 'ada', password: 'before' }));
    const refusal = await servers.changePassword({ serverId: server.id, ...passwords });
    expect(refusal.problems).toEqual([expect.objectContaining({ path, code })]);
    expect(await servers.named(server.name)).toMatchObject({ hasPassword: true, revision: 1 });
  });

  it('removes the stored one at an explicit null', async () => {
    const server = await servers.add(aServer({ username: 'ada', password: 'before' }));
    expect(await servers.changePassword({ serverId: server.id, password: null })).toMatchObject({
      hasPassword: false,
    });
  });

  it('refuses one for a server without a user name', async () => {
    const server = await servers.add(aServer());
    const refusal = await servers.changePassword({ serverId: server.id, password: 'x', repeatPassword: 'x' });
    expect(refusal.problems).toEqual([expect.objectContaining({ path: 'username', code: 'REQUIRED' })]);
  });

  it('refuses one for a place that was changed meanwhile', async () => {
    const server = await servers.add(aServer({ username: 'ada' }));
    await servers.update({ id: server.id, hostname: 'evil.example.net' });
    const refusal = await servers.changePassword({
      serverId: server.id,
      revision: 1,
      password: 'x',
      repeatPassword: 'x',
    });
    expect(refusal).toMatchObject({ __typename: 'EditConflict' });
  });
});

it('leaves a row in the audit log for each change, field by field, and never a password', async () => {
  const server = await servers.add(aServer({ name: 'Audited', username: 'ada', password: 'canary-first' }));
  await servers.update({ id: server.id, hostname: 'new.example.org', password: 'canary-second' });
  await servers.changePassword({
    serverId: server.id,
    password: 'canary-third',
    repeatPassword: 'canary-third',
  });
  await servers.setDefault((await servers.add(aServer())).id);
  await servers.remove(server.id);

  const rows = await app.rows();
  const audited = rows.split('\n').filter((row) => row.includes('smtpServer.') && row.includes('Audited'));
  for (const action of ['added', 'updated', 'passwordChanged', 'deleted']) {
    expect(audited.filter((row) => row.includes(`smtpServer.${action}`))).toHaveLength(1);
  }
  const updated = audited.find((row) => row.includes('smtpServer.updated')) ?? '';
  for (const part of ['hostname', 'smtp.example.org', 'new.example.org', 'changed', 'ada@example.org']) {
    expect(updated).toContain(part);
  }
  expect(rows).not.toContain('canary');
});
