import { beforeEach, describe, expect, it } from 'vitest';
import { ADA, AccessFixture, CLIENT } from '../../../testing/access-fixtures.ts';
import type { Caller } from './request-context.ts';
import { FRESH_MS } from './reauthentication.ts';
import type { User } from './user.ts';

const fixture = new AccessFixture();
const PASSWORD = 'a quite long sentence';
const WEEK_MS = 7 * 24 * 60 * 60_000;
let ada: Caller;
let serial = 0;

beforeEach(async () => {
  await fixture.dataSource.query(
    `UPDATE user_account SET is_disabled = false, role = (CASE WHEN email = $1 THEN 'ADMIN' ELSE 'VIEWER' END)::user_role`,
    [ADA.email],
  );
  ada = await fixture.signIn();
});

async function added(role: User['role']): Promise<User & { password: string }> {
  serial += 1;
  const email = `person${String(serial)}@example.org`;
  ada = await fixture.signIn();
  const user = await fixture.access.users.add({ email, name: 'Somebody', role, password: PASSWORD }, ada);
  if ('refusal' in user) throw new Error(user.message);
  return { ...user, password: PASSWORD };
}

const update = (input: Parameters<typeof fixture.access.users.update>[0]) =>
  fixture.access.users.update(input, ada);

describe('a user', () => {
  it('is added with a role, and the audit log tells it field by field, but not the password', async () => {
    const { email, id } = await added('OPERATOR');
    expect(await fixture.access.users.all()).toContainEqual(
      expect.objectContaining({ id, role: 'OPERATOR' }),
    );
    const [event] = await fixture.audited(1);
    expect(event).toMatchObject({
      action: 'user.added',
      actor: ADA.email,
      subject: email,
      from: CLIENT.from,
    });
    expect(event?.changes).toEqual([
      { field: 'email', before: null, after: email },
      { field: 'name', before: null, after: 'Somebody' },
      { field: 'role', before: null, after: 'OPERATOR' },
      { field: 'isDisabled', before: null, after: 'false' },
      { field: 'password', before: null, after: 'changed' },
    ]);
  });

  it('has an address that nobody else has, whatever its case', async () => {
    const input = { email: ' ADA@example.org', name: 'Another', role: 'VIEWER' as const, password: PASSWORD };
    expect(await fixture.access.users.add(input, ada)).toMatchObject({ refusal: 'NameTaken' });
  });

  it('has one address, whether its domain is typed in letters or in A-labels', async () => {
    const person = { name: 'Bea', role: 'VIEWER' as const, password: PASSWORD };
    await fixture.access.users.add({ ...person, email: 'bea@Bücher.example' }, ada);
    const again = await fixture.access.users.add({ ...person, email: 'bea@xn--bcher-kva.example' }, ada);
    expect(again).toMatchObject({ refusal: 'NameTaken' });
    const signIn = { email: 'BEA@XN--BCHER-KVA.example', password: PASSWORD };
    expect(await fixture.access.access.signIn(signIn, CLIENT)).toHaveProperty('sessionToken');
  });

  it('signs in with the whole of a password of 1000 characters, and with nothing behind it', async () => {
    const person = { email: 'dora@example.org', name: 'D', role: 'VIEWER' as const };
    const password = 'xY9z'.repeat(250);
    await fixture.access.users.add({ ...person, password: password.slice(1) + '!' }, ada);
    const signIn = (typed: string) => fixture.access.access.signIn({ ...person, password: typed }, CLIENT);
    expect(await signIn(password.slice(1) + '!')).toHaveProperty('sessionToken');
    expect(await signIn(password.slice(1) + '!?')).toMatchObject({ refusal: 'WrongCredentials' });
  });

  it.each([
    'ada\u200b@example.org',
    'ada\u202e@example.org',
    'ad\u00ada@example.org',
    'ada@exa\u200dmple.org',
    '\ud800@example.org',
    '<ada@example.org>',
    'ada@example.org.',
    'ada@..',
    'ada,bob@example.org',
    '"ada"@example.org',
  ])('has no address like %j', async (email) => {
    const input = { email, name: 'New', role: 'VIEWER' as const, password: PASSWORD };
    expect(await fixture.access.users.add(input, ada)).toMatchObject({
      problems: [{ path: 'email', code: 'BAD_FORMAT' }],
    });
  });

  it.each(['root@localhost', "o'brien+mail@example.org", 'büro@bücher.example'])(
    'has an address such as %s',
    async (email) => {
      const input = { email, name: 'New', role: 'VIEWER' as const, password: PASSWORD };
      expect(await fixture.access.users.add(input, ada)).toMatchObject({ email });
    },
  );

  it('signs in with the same password, however the keyboard composes its letters', async () => {
    const password = 'crème brûlée, s’il vous plaît';
    const person = { email: 'chloe@example.org', name: 'C', role: 'VIEWER' as const };
    await fixture.access.users.add({ ...person, password: password.normalize('NFD') }, ada);
    for (const typed of [password.normalize('NFC'), password.normalize('NFD')])
      expect(await fixture.access.access.signIn({ ...person, password: typed }, CLIENT)).toHaveProperty(
        'sessionToken',
      );
    const other = await fixture.access.access.signIn({ ...person, password: ` ${password}` }, CLIENT);
    expect(other).toMatchObject({ refusal: 'WrongCredentials' });
  });

  it.each([
    ['too short', 'PASSWORD_TOO_SHORT'],
    ['qwertyqwerty', 'PASSWORD_LEAKED'],
    ['e\u0301'.repeat(11), 'PASSWORD_TOO_SHORT'],
    ['\ud800'.repeat(12), 'BAD_FORMAT'],
    ['xy z'.repeat(251), 'TOO_LONG'],
  ])('is not added with the password %j', async (password, code) => {
    const input = { email: 'new@example.org', name: 'New', role: 'VIEWER' as const, password };
    expect(await fixture.access.users.add(input, ada)).toMatchObject({
      problems: [{ path: 'password', code }],
    });
  });

  it('has new rights at once when the role changes', async () => {
    const viewer = await added('VIEWER');
    const token = await fixture.access.access.signIn(viewer, CLIENT);
    if ('refusal' in token) throw new Error(token.message);
    expect((await fixture.callerOf(token.sessionToken)).permissions.has('SERVERS_WRITE')).toBe(false);
    await update({ id: viewer.id, role: 'ADMIN' });
    expect((await fixture.callerOf(token.sessionToken)).permissions.has('SERVERS_WRITE')).toBe(true);
  });

  it.each([
    ['isDisabled', true] as const,
    ['password', 'another long sentence'] as const,
    ['endSessions', true] as const,
  ])('is signed out everywhere by a change of %s', async (field, value) => {
    const user = await added('OPERATOR');
    const caller = await fixture.signIn(user);
    expect(await fixture.lives(caller)).toBe(true);
    await update({ id: user.id, [field]: value });
    expect(await fixture.lives(caller)).toBe(false);
  });

  it('uses a first password for a week, and then asks for another one', async () => {
    const input = { email: 'late@example.org', name: 'Late', role: 'VIEWER' as const, password: PASSWORD };
    const user = await fixture.access.users.add({ ...input, isPasswordTemporary: true }, ada);
    expect(user).toMatchObject({ temporaryPasswordUntil: new Date(fixture.now.getTime() + WEEK_MS) });
    fixture.pass(WEEK_MS - 1);
    expect(await fixture.access.access.signIn(input, CLIENT)).toHaveProperty('sessionToken');
    fixture.pass(1);
    expect(await fixture.access.access.signIn(input, CLIENT)).toMatchObject({
      refusal: 'PasswordExpired',
    });
    // Who does not know it is told nothing of it.
    expect(await fixture.access.access.signIn({ ...input, password: 'wrong' }, CLIENT)).toMatchObject({
      refusal: 'WrongCredentials',
    });
  });

  it('has a temporary password of each new one that is called so, and the audit log tells until when', async () => {
    const { id } = await added('VIEWER');
    const password = 'another long sentence';
    const until = new Date(fixture.now.getTime() + WEEK_MS);
    expect(await update({ id, password, isPasswordTemporary: true })).toMatchObject({
      temporaryPasswordUntil: until,
    });
    expect((await fixture.audited(1))[0]?.changes).toEqual([
      { field: 'temporaryPasswordUntil', before: null, after: until.toISOString() },
      { field: 'password', before: null, after: 'changed' },
    ]);
    expect(await update({ id, name: 'Renamed' })).toMatchObject({ temporaryPasswordUntil: until });
    expect(await update({ id, password })).toMatchObject({ temporaryPasswordUntil: null });
    expect(await update({ id, isPasswordTemporary: true })).toMatchObject({
      problems: [{ path: 'password', code: 'REQUIRED' }],
    });
  });

  it('cannot sign in while disabled, and is answered like a stranger', async () => {
    const user = await added('OPERATOR');
    await update({ id: user.id, isDisabled: true });
    expect(await fixture.access.access.signIn(user, CLIENT)).toMatchObject({ refusal: 'WrongCredentials' });
    await update({ id: user.id, isDisabled: false });
    expect(await fixture.access.access.signIn(user, CLIENT)).toHaveProperty('sessionToken');
  });

  it('who has no second factor has none to lose, and the audit log tells of no change', async () => {
    const user = await added('OPERATOR');
    expect(await update({ id: user.id, resetSecondFactor: true })).toMatchObject({ secondFactorSince: null });
    expect((await fixture.audited(1))[0]?.action).toBe('user.added');
  });

  it('takes no null where there is no "none", and stays as it was', async () => {
    const user = await added('VIEWER');
    const nothing = { id: user.id, name: null, role: null, isDisabled: null, password: null };
    expect(await update(nothing)).toMatchObject({
      problems: ['name', 'role', 'isDisabled', 'password'].map((path) => ({ path, code: 'REQUIRED' })),
    });
    expect(await update({ id: user.id })).toMatchObject({ name: 'Somebody', role: 'VIEWER' });
  });

  it.each(['', 'no-id', '01a204c3-3d82-7642-bafb-f268d145ff1c'])('is not found by %j', async (id) => {
    expect(await update({ id, name: 'X' })).toMatchObject({ refusal: 'NotFound' });
  });
});

describe('the last administrator', () => {
  it.each([{ role: 'OPERATOR' as const }, { isDisabled: true }])('cannot become %j', async (change) => {
    expect(await update({ id: ada.id, ...change })).toMatchObject({ refusal: 'LastAdministrator' });
    expect(await fixture.lives(ada)).toBe(true);
  });

  it('is one who can sign in: a disabled one does not count', async () => {
    const other = await added('ADMIN');
    await update({ id: other.id, isDisabled: true });
    expect(await update({ id: ada.id, isDisabled: true })).toMatchObject({ refusal: 'LastAdministrator' });
  });

  it('is left when all of them are removed in parallel', async () => {
    const others = [await added('ADMIN'), await added('ADMIN'), await added('ADMIN')];
    const ids = [...others.map(({ id }) => id), ada.id];
    const results = await Promise.all(ids.map((id) => update({ id, role: 'VIEWER' })));
    const refused = results.filter((result) => 'refusal' in result);
    expect(refused).toMatchObject([{ refusal: 'LastAdministrator' }]);
    const left = (await fixture.access.users.all()).filter(
      ({ role, isDisabled }) => role === 'ADMIN' && !isDisabled,
    );
    expect(left).toHaveLength(1);
  });
});

describe('an administrator is made, or taken over, only with a fresh proof', () => {
  it.each([
    ['added', () => ({ add: true })],
    ['made of an operator', (id: string) => ({ id, role: 'ADMIN' as const })],
  ])('when %s', async (_, change) => {
    const { id } = await added('OPERATOR');
    fixture.pass(FRESH_MS);
    const input = change(id);
    const person = { email: 'boss@example.org', name: 'Boss', role: 'ADMIN' as const, password: PASSWORD };
    const result = 'add' in input ? await fixture.access.users.add(person, ada) : await update(input);
    expect(result).toMatchObject({ refusal: 'ReauthenticationRequired', acceptsCode: false });
  });

  it.each([{ password: 'another long sentence' }, { resetSecondFactor: true }])('by %j', async (change) => {
    const other = await added('ADMIN');
    fixture.pass(FRESH_MS - 1);
    expect(await update({ id: other.id, name: 'Still fresh' })).toMatchObject({ name: 'Still fresh' });
    fixture.pass(1);
    expect(await update({ id: other.id, ...change })).toMatchObject({ refusal: 'ReauthenticationRequired' });
    expect(await update({ id: other.id, name: 'Renamed' })).toMatchObject({ name: 'Renamed' });
  });
});
