import { beforeEach, describe, expect, it } from 'vitest';
import { ADA, AccessFixture, CLIENT } from '../../../testing/access-fixtures.ts';
import type { CreateApiToken } from './access.requests.ts';
import { FRESH_MS } from './reauthentication.ts';
import type { Caller } from './request-context.ts';
import { newTokenSecret } from './token-secret.ts';

const fixture = new AccessFixture();
let ada: Caller;

beforeEach(async () => {
  fixture.pass(60_000);
  await fixture.dataSource.query(`UPDATE user_account SET role = 'ADMIN', is_disabled = false`);
  ada = await fixture.signIn();
});

const create = (input: Partial<CreateApiToken> = {}) =>
  fixture.access.apiTokens.create({ name: 'crm', scopes: ['EMAILS_SEND'], ...input }, ada);

async function made(input: Partial<CreateApiToken> = {}): Promise<{ id: string; secret: string }> {
  const result = await create(input);
  if ('refusal' in result) throw new Error(result.message);
  return { id: result.apiToken.id, secret: result.secret };
}

const callerOf = async (secret: string) =>
  (await fixture.access.tokenCallers.callerOf(secret, CLIENT.from))?.caller ?? null;

describe('a token', () => {
  it('is shown once, and only its hash is stored', async () => {
    const { secret } = await made();
    const rows = await fixture.dataSource.query<{ row: string }[]>('SELECT t::text AS row FROM api_token t');
    const audit = await fixture.dataSource.query<{ row: string }[]>(
      'SELECT t::text AS row FROM audit_event t',
    );
    expect(JSON.stringify([rows, audit])).not.toContain(secret.slice(16));
    const [listed] = await fixture.access.apiTokens.all();
    expect(listed?.prefix).toBe(secret.slice(0, 15));
  });

  it('calls under its name, with its scopes and no other', async () => {
    const { id, secret } = await made({
      scopes: ['SERVERS_READ', 'EMAILS_SEND'],
      allowedFrom: ['@Example.ORG'],
    });
    expect(await callerOf(secret)).toEqual({
      id,
      user: null,
      name: 'crm',
      from: CLIENT.from,
      permissions: new Set(['SERVERS_READ', 'EMAILS_SEND']),
      serverIds: null,
      allowedFrom: ['@example.org'],
      mustFirst: null,
    });
  });

  it.each([
    [{ name: ' ' }, 'name', 'REQUIRED'],
    [{ name: 'ada@example.org' }, 'name', 'BAD_FORMAT'],
    [{ name: 'ada\uff20example.org' }, 'name', 'BAD_FORMAT'],
    [{ name: 'x'.repeat(101) }, 'name', 'TOO_LONG'],
    [{ scopes: [] }, 'scopes', 'REQUIRED'],
    [{ serverIds: [] }, 'serverIds', 'SERVERS_REQUIRED'],
    [{ serverIds: ['x'] }, 'serverIds[0]', 'BAD_FORMAT'],
    [{ allowedFrom: [] }, 'allowedFrom', 'REQUIRED'],
    [{ allowedFrom: ['@example.org', 'everybody'] }, 'allowedFrom[1]', 'ADDRESS_NOT_VALID'],
    [{ allowedFrom: Array.from({ length: 101 }, () => '@example.org') }, 'allowedFrom', 'TOO_MANY'],
    [{ expiresAt: new Date(0) }, 'expiresAt', 'OUT_OF_RANGE'],
  ])('is not made of %j', async (input, path, code) => {
    expect(await create(input)).toMatchObject({ problems: [{ path, code }] });
  });

  it('is not made for a server that does not exist', async () => {
    const serverIds = ['01a204c3-3d82-7642-bafb-f268d145ff1c'];
    expect(await create({ serverIds })).toMatchObject({ refusal: 'NotFound' });
  });

  it('that may change servers needs a fresh proof of its maker, others do not', async () => {
    fixture.pass(FRESH_MS);
    expect(await create({ scopes: ['SERVERS_WRITE'] })).toMatchObject({
      refusal: 'ReauthenticationRequired',
    });
    expect(await create({ scopes: ['SERVERS_READ'] })).toHaveProperty('secret');
  });

  it('says when and from where it was used, written once a minute', async () => {
    const { id, secret } = await made();
    const used = async () => (await fixture.access.apiTokens.all()).find((token) => token.id === id);
    expect(await used()).toMatchObject({ lastUsedAt: null, lastUsedFrom: null });
    const first = fixture.now;
    await callerOf(secret);
    fixture.pass(59_999);
    await callerOf(secret);
    expect(await used()).toMatchObject({ lastUsedAt: first, lastUsedFrom: CLIENT.from });
    fixture.pass(1);
    await callerOf(secret);
    expect(await used()).toMatchObject({ lastUsedAt: fixture.now });
  });
});

describe('a token counts no more', () => {
  it('when it is revoked, and is not listed', async () => {
    const { id, secret } = await made();
    expect(await fixture.access.apiTokens.revoke(id, ada)).toEqual({ id });
    expect(await fixture.access.apiTokens.revoke(id, ada)).toMatchObject({ refusal: 'NotFound' });
    expect(await callerOf(secret)).toBeNull();
    expect((await fixture.access.apiTokens.all()).map((token) => token.id)).not.toContain(id);
  });

  it('from the moment on at which it expires', async () => {
    const { secret } = await made({ expiresAt: new Date(fixture.now.getTime() + 1000) });
    fixture.pass(999);
    expect(await callerOf(secret)).not.toBeNull();
    fixture.pass(1);
    expect(await callerOf(secret)).toBeNull();
  });

  it('when its maker is disabled', async () => {
    const { secret } = await made();
    await fixture.dataSource.query('UPDATE user_account SET is_disabled = true');
    expect(await callerOf(secret)).toBeNull();
  });

  it.each([
    ['OPERATOR', ['SERVERS_READ']],
    ['VIEWER', ['SERVERS_READ']],
    ['ADMIN', ['SERVERS_READ', 'SERVERS_WRITE', 'AUDIT_READ']],
  ])('for what its maker may not do any more, as %s', async (role, left) => {
    const { secret } = await made({ scopes: ['SERVERS_READ', 'SERVERS_WRITE', 'AUDIT_READ'] });
    await fixture.dataSource.query(`UPDATE user_account SET role = $1::user_role WHERE email = $2`, [
      role,
      ADA.email,
    ]);
    expect([...((await callerOf(secret))?.permissions ?? [])]).toEqual(left);
  });
});

describe('a refused token', () => {
  it.each([
    ['a slip of the keyboard', 'postroom_x', 'not a token'],
    ['one that was never made', newTokenSecret(), 'unknown'],
  ])('is in the audit log: %s', async (_, secret, reason) => {
    expect(await callerOf(secret)).toBeNull();
    expect((await fixture.audited(1))[0]).toMatchObject({
      action: 'apiToken.refused',
      actor: 'unknown',
      from: CLIENT.from,
      changes: [{ field: 'reason', after: reason }],
    });
    expect(JSON.stringify(await fixture.audited(1))).not.toContain(secret);
  });

  it('is named where it is known', async () => {
    const { id, secret } = await made({ name: 'old script' });
    await fixture.access.apiTokens.revoke(id, ada);
    await callerOf(secret);
    expect((await fixture.audited(1))[0]).toMatchObject({ action: 'apiToken.refused', actor: 'old script' });
  });

  it('does not fill the log: one row a minute from one address', async () => {
    const count = async () => {
      const sql = `SELECT count(*)::integer AS n FROM audit_event WHERE action = 'apiToken.refused'`;
      return (await fixture.dataSource.query<{ n: number }[]>(sql))[0]?.n ?? 0;
    };
    const before = await count();
    for (let tries = 0; tries < 5; tries += 1) await callerOf('postroom_x');
    expect(await count()).toBe(before + 1);
    fixture.pass(60_000);
    await callerOf('postroom_x');
    expect(await count()).toBe(before + 2);
  });
});
