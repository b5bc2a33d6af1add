import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSignedIn, type AppForTests, type GraphqlClient } from '../../../testing/app-for-tests.ts';

let app: AppForTests;
let client: GraphqlClient;
let serial = 0;

beforeAll(async () => {
  ({ app, client } = await startSignedIn());
});
afterAll(() => app.close());

const SERVER = `__typename
  ... on SmtpServer { id name kind isDefault isEnabled protocol hostname port username hasPassword passwordChangedBy startTls
    allowInsecureAuth timeoutSeconds mimeAddressStrict maxAttachmentBytes ehloName defaultFrom faxAddressTemplate maxConnections
    messagesPerMinute revision }
  ... on Refusal { code message }
  ... on InvalidInput { problems { path code message } }`;

interface Server {
  __typename: string;
  id: string;
  name: string;
  isDefault: boolean;
  hasPassword: boolean;
  revision: number;
  port: number;
  hostname: string;
  code: string;
  message: string;
  problems: { path: string; code: string }[];
  [setting: string]: unknown;
}

const add = (input: object) =>
  client.field<Server>(
    `mutation ($input: AddSmtpServerInput!) { addSmtpServer(input: $input) { ${SERVER} } }`,
    { input },
  );
const update = (input: object) =>
  client.field<Server>(
    `mutation ($input: UpdateSmtpServerInput!) { updateSmtpServer(input: $input) { ${SERVER} ... on EditConflict { currentRevision current { name } } } }`,
    { input },
  );
const changePassword = (input: object) =>
  client.field<Server>(
    `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { ${SERVER} } }`,
    { input },
  );
const remove = (id: string) =>
  client.field<Server>(
    `mutation ($id: ID!) { deleteSmtpServer(id: $id) { __typename ... on DeletedSmtpServer { id } ... on Refusal { code } ... on ServerInUse { isDefault waitingEmails } } }`,
    { id },
  );
const setDefault = (id: string) =>
  client.field<Server>(`mutation ($id: ID!) { setDefaultSmtpServer(id: $id) { ${SERVER} } }`, { id });
const named = (name: string) =>
  client.field<Server | null>(
    'query ($name: String!) { smtpServer(ref: {name: $name}) { id name isDefault hasPassword revision } }',
    { name },
  );

/** A server that is valid in every field; a test changes the one that it is about. */
function aServer(settings: object = {}): object {
  serial += 1;
  return { name: `Server ${String(serial)}`, hostname: 'smtp.example.org', ...settings };
}

describe('adding a server', () => {
  it('fills in the defaults of the contract', async () => {
    const server = await add(aServer());
    expect(server).toMatchObject({
      kind: 'SMTP',
      protocol: 'SMTP',
      port: 25,
      username: null,
      hasPassword: false,
      startTls: 'ENABLED',
      allowInsecureAuth: false,
      timeoutSeconds: 30,
      mimeAddressStrict: true,
      maxAttachmentBytes: null,
      maxConnections: 5,
      messagesPerMinute: null,
      revision: 1,
      isEnabled: true,
    });
  });

  it('takes 465 as the port of SMTPS', async () => {
    expect(await add(aServer({ protocol: 'SMTPS' }))).toMatchObject({ port: 465 });
  });

  it.each([
    [{ name: '' }, 'name', 'REQUIRED'],
    [{ name: ' \t ' }, 'name', 'REQUIRED'],
    [{ name: 'x'.repeat(101) }, 'name', 'TOO_LONG'],
    [{ name: 'a\r\nb' }, 'name', 'CONTROL_CHARACTER'],
    [{ name: 'a\u202eb' }, 'name', 'CONTROL_CHARACTER'],
    [{ hostname: '' }, 'hostname', 'REQUIRED'],
    [{ hostname: 'x'.repeat(10_000) }, 'hostname', 'TOO_LONG'],
    [{ hostname: 'smtp.example.org\r\n' }, 'hostname', 'CONTROL_CHARACTER'],
    [{ hostname: 'smtp example' }, 'hostname', 'BAD_FORMAT'],
    [{ port: 0 }, 'port', 'OUT_OF_RANGE'],
    [{ port: 70_000 }, 'port', 'OUT_OF_RANGE'],
    [{ username: 'a\0b' }, 'username', 'CONTROL_CHARACTER'],
    [{ username: 'ada', password: 'a\nb' }, 'password', 'CONTROL_CHARACTER'],
    [{ username: 'ada', password: '' }, 'password', 'REQUIRED'],
    [{ password: 'secret' }, 'username', 'REQUIRED'],
    [{ timeoutSeconds: 0 }, 'timeoutSeconds', 'OUT_OF_RANGE'],
    [{ timeoutSeconds: 601 }, 'timeoutSeconds', 'OUT_OF_RANGE'],
    [{ maxConnections: 101 }, 'maxConnections', 'OUT_OF_RANGE'],
    [{ messagesPerMinute: 0 }, 'messagesPerMinute', 'OUT_OF_RANGE'],
    [{ maxAttachmentBytes: -1 }, 'maxAttachmentBytes', 'OUT_OF_RANGE'],
    [{ ehloName: 'a b' }, 'ehloName', 'BAD_FORMAT'],
    [{ ehloName: 'a\rb' }, 'ehloName', 'CONTROL_CHARACTER'],
    [{ defaultFrom: 'nobody' }, 'defaultFrom', 'ADDRESS_NOT_VALID'],
    [{ defaultFrom: 'ada..l@example.org' }, 'defaultFrom', 'ADDRESS_NOT_STRICT'],
    [{ defaultFrom: 'a@example.org\r\nBcc: b@example.org' }, 'defaultFrom', 'CONTROL_CHARACTER'],
    [{ faxAddressTemplate: 'FAX={number}@fax.example.org' }, 'faxAddressTemplate', 'BAD_FORMAT'],
    [{ kind: 'FAX' }, 'faxAddressTemplate', 'REQUIRED'],
    [{ kind: 'FAX', faxAddressTemplate: 'fax@fax.example.org' }, 'faxAddressTemplate', 'TEMPLATE_NOT_VALID'],
    [
      { kind: 'FAX', faxAddressTemplate: '{number}\r\n@fax.example.org' },
      'faxAddressTemplate',
      'CONTROL_CHARACTER',
    ],
    [
      { kind: 'FAX', faxAddressTemplate: 'FAX={number}@fax.example.org', attachmentAsUrlEnabled: true },
      'attachmentAsUrlEnabled',
      'NOT_FOR_FAX',
    ],
  ])('refuses %j and names the field', async (settings, path, code) => {
    const input = aServer(settings);
    const refusal = await add(input);
    expect(refusal).toMatchObject({ __typename: 'InvalidInput', code: 'INVALID_INPUT' });
    expect(refusal.problems).toEqual([expect.objectContaining({ path, code })]);
    const { totalCount } = await client.field<{ totalCount: number }>(
      'query ($s: String) { smtpServers(search: $s) { totalCount } }',
      {
        s: `Server ${String(serial)}`,
      },
    );
    expect(totalCount).toBe(0);
  });

  it('refuses a name that differs from another only in case', async () => {
    const { name } = await add(aServer());
    expect(await add(aServer({ name: name.toUpperCase() }))).toMatchObject({
      __typename: 'NameTaken',
      code: 'NAME_TAKEN',
    });
  });

  it('keeps one of twenty that come at once with the same name', async () => {
    const name = `Race ${String(serial)}`;
    const results = await Promise.all(Array.from({ length: 20 }, () => add(aServer({ name }))));
    expect(results.filter((result) => result.__typename === 'SmtpServer')).toHaveLength(1);
    expect(results.filter((result) => result.__typename === 'NameTaken')).toHaveLength(19);
  });

  it('takes a lenient default sender where strict addresses are off', async () => {
    const server = await add(aServer({ mimeAddressStrict: false, defaultFrom: 'ada..l@example.org' }));
    expect(server).toMatchObject({ defaultFrom: 'ada..l@example.org' });
  });
});

describe('changing a server', () => {
  it('leaves what is not named as it is', async () => {
    const before = await add(aServer({ username: 'ada', password: 'secret', timeoutSeconds: 7 }));
    const after = await update({ id: before.id, timeoutSeconds: 8 });
    expect(after).toEqual({ ...before, timeoutSeconds: 8, revision: 2 });
  });

  it('changes nothing, the revision included, where nothing differs', async () => {
    const before = await add(aServer());
    expect(await update({ id: before.id, name: before.name, port: 25 })).toEqual(before);
  });

  it.each([
    [{ hostname: 'evil.example.net' }],
    [{ port: 2525 }],
    [{ protocol: 'SMTPS' }],
    [{ startTls: 'DISABLED' }],
    [{ allowInsecureAuth: true }],
    [{ username: 'eve' }],
  ])('erases the password where %j changes', async (change) => {
    const server = await add(aServer({ username: 'ada', password: 'secret' }));
    expect(await update({ id: server.id, ...change })).toMatchObject({
      hasPassword: false,
      passwordChangedBy: null,
    });
    const back = Object.fromEntries(Object.keys(change).map((setting) => [setting, server[setting]]));
    expect(await update({ id: server.id, ...back })).toMatchObject({ hasPassword: false });
  });

  it.each([
    [{ name: 'Another name' }],
    [{ timeoutSeconds: 5 }],
    [{ ehloName: 'app.example.org' }],
    [{ maxConnections: 2 }],
    [{ hostname: ' SMTP.example.org. ' }],
  ])('keeps the password where only %j changes', async (change) => {
    const server = await add(aServer({ username: 'ada', password: 'secret' }));
    expect(await update({ id: server.id, ...change })).toMatchObject({ hasPassword: true });
    await remove(server.id);
  });

  it('takes the password of the new place in the same step', async () => {
    const server = await add(aServer({ username: 'ada', password: 'secret' }));
    const moved = await update({ id: server.id, hostname: 'new.example.org', password: 'other' });
    expect(moved).toMatchObject({ hostname: 'new.example.org', hasPassword: true });
  });

  it('refuses a password where the place stays, and keeps the old one', async () => {
    const server = await add(aServer({ username: 'ada', password: 'secret' }));
    const refusal = await update({ id: server.id, timeoutSeconds: 9, password: 'other' });
    expect(refusal.problems).toEqual([
      expect.objectContaining({ path: 'password', code: 'DESTINATION_UNCHANGED' }),
    ]);
    expect(await named(server.name)).toMatchObject({ hasPassword: true, revision: 1 });
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
    const server = await add(aServer());
    const refusal = await update({ id: server.id, [path]: null });
    expect(refusal.problems).toEqual([expect.objectContaining({ path, code: 'REQUIRED' })]);
  });

  it('takes null for none where there is a none', async () => {
    const server = await add(
      aServer({ ehloName: 'app.example.org', defaultFrom: 'ada@example.org', messagesPerMinute: 10 }),
    );
    const after = await update({ id: server.id, ehloName: null, defaultFrom: null, messagesPerMinute: null });
    expect(after).toMatchObject({ ehloName: null, defaultFrom: null, messagesPerMinute: null });
  });

  it('refuses a revision that is not the current one and shows what stands', async () => {
    const server = await add(aServer());
    await update({ id: server.id, revision: 1, name: `${server.name} renamed` });
    expect(await update({ id: server.id, revision: 1, timeoutSeconds: 3 })).toMatchObject({
      __typename: 'EditConflict',
      currentRevision: 2,
      current: { name: `${server.name} renamed` },
    });
  });

  it.each(['no-uuid', '01a204c3-3d82-7642-bafb-f268d145ff1c'])(
    'answers NotFound for the unknown id %s',
    async (id) => {
      expect(await update({ id, name: 'x' })).toMatchObject({ __typename: 'NotFound', code: 'NOT_FOUND' });
      expect(await changePassword({ serverId: id, password: 'x', repeatPassword: 'x' })).toMatchObject({
        __typename: 'NotFound',
      });
      expect(await remove(id)).toMatchObject({ __typename: 'NotFound' });
      expect(await setDefault(id)).toMatchObject({ __typename: 'NotFound' });
    },
  );
});

describe('changing a password', () => {
  it('stores it, says who and when, and grows the revision', async () => {
    const server = await add(aServer({ username: 'ada' }));
    const after = await changePassword({ serverId: server.id, password: 'secret', repeatPassword: 'secret' });
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
    const server = await add(aServer({ username: 'ada', password: 'before' }));
    const refusal = await changePassword({ serverId: server.id, ...passwords });
    expect(refusal.problems).toEqual([expect.objectContaining({ path, code })]);
    expect(await named(server.name)).toMatchObject({ hasPassword: true, revision: 1 });
  });

  it('removes the stored one at an explicit null', async () => {
    const server = await add(aServer({ username: 'ada', password: 'before' }));
    expect(await changePassword({ serverId: server.id, password: null })).toMatchObject({
      hasPassword: false,
    });
  });

  it('refuses one for a server without a user name', async () => {
    const server = await add(aServer());
    const refusal = await changePassword({ serverId: server.id, password: 'x', repeatPassword: 'x' });
    expect(refusal.problems).toEqual([expect.objectContaining({ path: 'username', code: 'REQUIRED' })]);
  });

  it('refuses one for a place that was changed meanwhile', async () => {
    const server = await add(aServer({ username: 'ada' }));
    await update({ id: server.id, hostname: 'evil.example.net' });
    const refusal = await changePassword({
      serverId: server.id,
      revision: 1,
      password: 'x',
      repeatPassword: 'x',
    });
    expect(refusal).toMatchObject({ __typename: 'EditConflict' });
  });
});

describe('the default server', () => {
  beforeEach(async () => {
    const servers = await client.field<{ nodes: Server[] }>(
      '{ smtpServers(first: 100) { nodes { id isDefault } } }',
    );
    for (const server of servers.nodes.toSorted((a, b) => Number(a.isDefault) - Number(b.isDefault)))
      await remove(server.id);
  });

  it('is the first SMTP server, whatever fax servers came before', async () => {
    expect(
      await add(aServer({ kind: 'FAX', faxAddressTemplate: 'FAX={number}@fax.example.org' })),
    ).toMatchObject({ isDefault: false });
    expect(await add(aServer())).toMatchObject({ isDefault: true });
    expect(await add(aServer())).toMatchObject({ isDefault: false });
  });

  it('moves to another one, so that there is always at most one', async () => {
    const [first, second] = [await add(aServer()), await add(aServer())];
    expect(await setDefault(second.id)).toMatchObject({ isDefault: true });
    expect(await named(first.name)).toMatchObject({ isDefault: false });
  });

  it('is never a fax server or a disabled one', async () => {
    await add(aServer());
    const fax = await add(aServer({ kind: 'FAX', faxAddressTemplate: 'FAX={number}@fax.example.org' }));
    const disabled = await add(aServer({ isEnabled: false }));
    expect((await setDefault(fax.id)).problems).toEqual([expect.objectContaining({ code: 'NOT_FOR_FAX' })]);
    expect((await setDefault(disabled.id)).problems).toEqual([
      expect.objectContaining({ code: 'SERVER_DISABLED' }),
    ]);
  });

  it('is deleted only when it is the last one', async () => {
    const [first, second] = [await add(aServer()), await add(aServer())];
    expect(await remove(first.id)).toMatchObject({
      __typename: 'ServerInUse',
      isDefault: true,
      waitingEmails: 0,
    });
    await remove(second.id);
    expect(await remove(first.id)).toMatchObject({ __typename: 'DeletedSmtpServer', id: first.id });
  });

  it('cannot be disabled while another one could take its place', async () => {
    const [first, second] = [await add(aServer()), await add(aServer())];
    const refusal = await update({ id: first.id, isEnabled: false });
    expect(refusal.problems).toEqual([
      expect.objectContaining({ path: 'isEnabled', code: 'SERVER_DISABLED' }),
    ]);
    await remove(second.id);
    expect(await update({ id: first.id, isEnabled: false })).toMatchObject({ isDefault: false });
    expect(await update({ id: first.id, isEnabled: true })).toMatchObject({ isDefault: true });
  });
});

describe('the list', () => {
  it('comes by name, in pages that neither repeat nor skip', async () => {
    const names = ['b', 'A', 'ä', 'C', 'ab'].map((part) => `Page ${part}`);
    for (const name of names) await add(aServer({ name }));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: {
        nodes: Server[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
        totalCount: number;
      } = await client.field(
        'query ($after: String) { smtpServers(first: 2, after: $after, search: "page ") { nodes { name } pageInfo { hasNextPage endCursor } totalCount } }',
        { after },
      );
      expect(page.totalCount).toBe(5);
      seen.push(...page.nodes.map((server) => server.name));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(['Page A', 'Page ab', 'Page b', 'Page C', 'Page ä']);
  });

  it('takes the signs of LIKE in a search as they are', async () => {
    await add(aServer({ name: '100%_sure' }));
    const search = (s: string) =>
      client.field<{ totalCount: number }>('query ($s: String) { smtpServers(search: $s) { totalCount } }', {
        s,
      });
    expect(await search('0%_s')).toEqual({ totalCount: 1 });
    expect(await search('0__s')).toEqual({ totalCount: 0 });
  });
});
