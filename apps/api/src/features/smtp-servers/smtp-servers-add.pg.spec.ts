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

describe('adding a server', () => {
  it('fills in the defaults of the contract', async () => {
    const server = await servers.add(aServer());
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
    expect(await servers.add(aServer({ protocol: 'SMTPS' }))).toMatchObject({ port: 465 });
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
    const before = await servers.page({});
    const refusal = await servers.add(aServer(settings));
    expect(refusal).toMatchObject({ __typename: 'InvalidInput', code: 'INVALID_INPUT' });
    expect(refusal.problems).toEqual([expect.objectContaining({ path, code })]);
    expect(await servers.page({})).toEqual(before);
  });

  it.each([
    ['smtp://smtp.example.org:2525', {}, { hostname: 'smtp.example.org', port: 2525, protocol: 'SMTP' }],
    [' smtps://SMTP.example.org/ ', {}, { hostname: 'smtp.example.org', port: 465, protocol: 'SMTPS' }],
    ['[2001:db8::1]:587', { port: 587 }, { hostname: '2001:db8::1', port: 587 }],
    ['bücher.example.', {}, { hostname: 'xn--bcher-kva.example', port: 25 }],
    ['127.1', {}, { hostname: '127.0.0.1' }],
  ])('understands %j in the host field', async (hostname, settings, stored) => {
    expect(await servers.add(aServer({ hostname, ...settings }))).toMatchObject(stored);
  });

  it('refuses a host that names another port than the field for it', async () => {
    const { problems } = await servers.add(aServer({ hostname: 'smtp.example.org:2525', port: 587 }));
    expect(problems).toEqual([expect.objectContaining({ path: 'hostname', code: 'BAD_FORMAT' })]);
  });

  it('refuses a name that differs from another only in case', async () => {
    const { name } = await servers.add(aServer());
    expect(await servers.add(aServer({ name: name.toUpperCase() }))).toMatchObject({
      __typename: 'NameTaken',
      code: 'NAME_TAKEN',
    });
  });

  it('keeps one of twenty that come at once with the same name', async () => {
    const name = 'Race';
    const results = await Promise.all(Array.from({ length: 20 }, () => servers.add(aServer({ name }))));
    expect(results.filter((result) => result.__typename === 'SmtpServer')).toHaveLength(1);
    expect(results.filter((result) => result.__typename === 'NameTaken')).toHaveLength(19);
  });

  it('takes a lenient default sender where strict addresses are off', async () => {
    const server = await servers.add(
      aServer({ mimeAddressStrict: false, defaultFrom: 'ada..l@example.org' }),
    );
    expect(server).toMatchObject({ defaultFrom: 'ada..l@example.org' });
  });
});
