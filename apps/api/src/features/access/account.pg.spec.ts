import { beforeEach, describe, expect, it } from 'vitest';
import { ADA, AccessFixture, CLIENT } from '../../../testing/access-fixtures.ts';
import { FRESH_MS, reauthenticationRequired } from './reauthentication.ts';
import type { Caller } from './request-context.ts';

const fixture = new AccessFixture();
let ada: Caller;
let password: string = ADA.password;

beforeEach(async () => {
  ada = await fixture.signIn({ email: ADA.email, password });
});

describe('sessions of my own', () => {
  it('are listed with where they came from, the current one marked', async () => {
    fixture.pass(1000);
    const elsewhere = await fixture.signIn({ email: ADA.email, password });
    const [first, second] = await fixture.access.account.sessions(ada);
    expect(first).toMatchObject({ id: elsewhere.session?.id, isCurrent: false, ...CLIENT });
    expect(second).toMatchObject({ id: ada.session?.id, isCurrent: true });
  });

  it('end one by one, and all but this one at once', async () => {
    await fixture.access.account.endOtherSessions(ada);
    const [one, two] = [
      await fixture.signIn({ email: ADA.email, password }),
      await fixture.signIn({ email: ADA.email, password }),
    ];
    const id = one.session?.id ?? '';
    expect(await fixture.access.account.endSession(id, ada)).toEqual({ id });
    expect(await fixture.access.account.endSession(id, ada)).toMatchObject({ refusal: 'NotFound' });
    expect([await fixture.lives(one), await fixture.lives(two)]).toEqual([false, true]);
    expect(await fixture.access.account.endOtherSessions(ada)).toEqual({ count: 1 });
    expect([await fixture.lives(two), await fixture.lives(ada)]).toEqual([false, true]);
  });

  it('of somebody else are not found', async () => {
    const input = {
      email: 'bob@example.org',
      name: 'Bob',
      role: 'VIEWER' as const,
      password: 'some long sentence',
    };
    await fixture.access.users.add(input, ada);
    const bob = await fixture.signIn(input);
    const theft = await fixture.access.account.endSession(ada.session?.id ?? '', bob);
    expect(theft).toMatchObject({ refusal: 'NotFound' });
    expect(await fixture.access.account.sessions(bob)).toHaveLength(1);
  });
});

describe('a password of my own', () => {
  const next = 'another long sentence';

  it('changes with the current one: every session ends, and a new one with a new id begins', async () => {
    const elsewhere = await fixture.signIn({ email: ADA.email, password });
    const input = { currentPassword: password, newPassword: next };
    const changed = await fixture.access.account.changePassword(input, ada, CLIENT);
    if ('refusal' in changed) throw new Error(changed.message);
    password = next;
    const caller = await fixture.callerOf(changed.sessionToken);
    expect(caller.session?.id).not.toBe(ada.session?.id);
    expect([await fixture.lives(ada), await fixture.lives(elsewhere)]).toEqual([false, false]);
    expect(await fixture.access.access.signIn(ADA, CLIENT)).toMatchObject({ refusal: 'WrongCredentials' });
    expect(await fixture.audited(2)).toContainEqual(
      expect.objectContaining({
        action: 'user.passwordChanged',
        changes: [
          { field: 'password', before: null, after: 'changed' },
          { field: 'sessions', before: expect.stringMatching(/^[1-9]/) as string, after: '1' },
        ],
      }),
    );
  });

  it('stays without the current one, and the audit log tells of the guess', async () => {
    const input = { currentPassword: 'wrong', newPassword: next };
    expect(await fixture.access.account.changePassword(input, ada, CLIENT)).toMatchObject({
      refusal: 'WrongCredentials',
    });
    expect(await fixture.lives(ada)).toBe(true);
    expect(await fixture.audited(1)).toMatchObject([
      { action: 'user.passwordChangeRefused', actor: ADA.email, from: CLIENT.from },
    ]);
  });

  it.each([
    ['too short', 'PASSWORD_TOO_SHORT'],
    ['qwertyqwerty', 'PASSWORD_LEAKED'],
  ])('is not %j', async (newPassword, code) => {
    const input = { currentPassword: password, newPassword };
    expect(await fixture.access.account.changePassword(input, ada, CLIENT)).toMatchObject({
      problems: [{ path: 'newPassword', code }],
    });
  });
});

describe('a proof that it is still me', () => {
  const required = async () => {
    const [session] = await fixture.access.account.sessions(ada);
    const caller: Caller = { ...ada, ...(session && { session }) };
    return reauthenticationRequired(caller, fixture.now)?.code ?? null;
  };

  it('is the sign-in for ten minutes, then the password again', async () => {
    fixture.pass(FRESH_MS - 1);
    expect(await required()).toBeNull();
    fixture.pass(1);
    expect(await required()).toBe('REAUTHENTICATION_REQUIRED');
    const proof = await fixture.access.account.reauthenticate({ password }, ada);
    expect(proof).toMatchObject({ until: new Date(fixture.now.getTime() + FRESH_MS) });
    expect(await required()).toBeNull();
  });

  it('goes with a new token of the session, and ends the one before', async () => {
    const before = await fixture.access.access.signIn({ email: ADA.email, password }, CLIENT);
    if ('refusal' in before) throw new Error(before.message);
    const caller = await fixture.callerOf(before.sessionToken);
    const proof = await fixture.access.account.reauthenticate({ password }, caller);
    if ('refusal' in proof) throw new Error(proof.message);
    expect(await fixture.access.sessions.find(before.sessionToken)).toBeNull();
    expect((await fixture.access.sessions.find(proof.sessionToken))?.session.id).toBe(caller.session?.id);
  });

  it('begins no session that was ended meanwhile', async () => {
    const caller = await fixture.signIn({ email: ADA.email, password });
    await fixture.access.account.signOut(caller);
    await expect(fixture.access.account.reauthenticate({ password }, caller)).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });

  it('is not a wrong password, no code, and nothing', async () => {
    fixture.pass(FRESH_MS);
    for (const input of [{ password: 'wrong' }, { code: '123456' }, { code: '' }]) {
      expect(await fixture.access.account.reauthenticate(input, ada)).toMatchObject({
        refusal: 'WrongCredentials',
      });
    }
    expect(await required()).toBe('REAUTHENTICATION_REQUIRED');
    expect((await fixture.audited(1))[0]?.action).toBe('session.reauthenticationRefused');
  });

  it('is guessed no more often than a sign-in', async () => {
    const guesses = Array.from({ length: 30 }, () =>
      fixture.access.account.reauthenticate({ password: 'wrong' }, ada).then(
        () => 'evaluated',
        () => 'refused',
      ),
    );
    const results = await Promise.all(guesses);
    // One of the ten was the sign-in before, which succeeded and was forgotten.
    expect(results.filter((result) => result === 'evaluated')).toHaveLength(10);
  });

  it('is not asked of a token', () => {
    expect(reauthenticationRequired({ ...ada, user: null }, fixture.now)).toBeNull();
  });

  it('is asked of a person without a session', () => {
    const { session: _, ...caller } = ada;
    expect(reauthenticationRequired(caller, fixture.now)?.code).toBe('REAUTHENTICATION_REQUIRED');
  });
});
