import { describe, expect, it } from 'vitest';
import { ADA, AccessFixture, CLIENT } from '../../../testing/access-fixtures.ts';
import { accessForTests } from '../../../testing/access-for-tests.ts';

const fixture = new AccessFixture();
const MINUTE = 60_000;

type Outcome = 'signed in' | 'wrong' | 'not evaluated';

async function guess(
  password: string,
  email: string = ADA.email,
  from: string = CLIENT.from,
  access = fixture.access,
): Promise<Outcome> {
  try {
    const result = await access.access.signIn({ email, password }, { ...CLIENT, from });
    return 'refusal' in result ? 'wrong' : 'signed in';
  } catch {
    return 'not evaluated';
  }
}

async function count(guesses: Promise<Outcome>[]): Promise<number> {
  return (await Promise.all(guesses)).filter((outcome) => outcome !== 'not evaluated').length;
}

describe('guesses at an account', () => {
  it('are evaluated ten times of a thousand at once, from many addresses and in two processes', async () => {
    const other = accessForTests(
      fixture,
      () => fixture.now,
      () => {
        fixture.hashes += 1;
      },
    );
    fixture.hashes = 0;
    const guesses = Array.from({ length: 1000 }, (_, n) =>
      guess(
        `guess ${String(n)}`,
        ADA.email,
        `198.51.100.${String(n % 250)}`,
        n % 2 === 0 ? fixture.access : other,
      ),
    );
    expect(await count(guesses)).toBe(10);
    expect(fixture.hashes).toBe(10);
  });

  it('wait longer and longer, and the right password waits as long', async () => {
    for (let n = 0; n < 10; n += 1) await guess('wrong');
    expect(await guess(ADA.password)).toBe('not evaluated');
    fixture.pass(MINUTE - 1);
    expect(await guess('wrong')).toBe('not evaluated');
    fixture.pass(1);
    expect(await guess('wrong')).toBe('wrong');
    fixture.pass(MINUTE);
    expect(await guess('wrong')).toBe('not evaluated');
    fixture.pass(MINUTE);
    expect(await guess(ADA.password)).toBe('signed in');
  });

  it('begin anew after the right one, and after a day', async () => {
    for (let n = 0; n < 9; n += 1) await guess('wrong');
    expect(await guess(ADA.password)).toBe('signed in');
    for (let n = 0; n < 10; n += 1) expect(await guess('wrong')).toBe('wrong');
    fixture.pass(24 * 60 * MINUTE);
    for (let n = 0; n < 10; n += 1) expect(await guess('wrong')).toBe('wrong');
    expect(await guess('wrong')).toBe('not evaluated');
  });

  it('cost one hash each, whether the account exists or not', async () => {
    for (const email of [ADA.email, 'nobody@example.org', '', 'x'.repeat(10_000)]) {
      fixture.hashes = 0;
      expect(await guess('wrong', email)).toBe('wrong');
      expect(fixture.hashes).toBe(1);
    }
  });

  it('are limited alike where there is no such account', async () => {
    expect(await count(Array.from({ length: 100 }, () => guess('wrong', 'nobody@example.org')))).toBe(10);
  });

  it('stand in the audit log, those that are not evaluated once a minute for each network', async () => {
    const before = (await fixture.audited(1000)).length;
    for (let n = 0; n < 15; n += 1) await guess('wrong');
    for (let n = 0; n < 5; n += 1) await guess('wrong', ADA.email, '203.0.113.9');
    const events = (await fixture.audited(1000)).slice(0, -before || undefined);
    const refused = events.map(({ action, actor, from }) => ({ action, actor, from }));
    const one = { action: 'session.refused', actor: ADA.email, from: CLIENT.from };
    const delayed = { ...one, action: 'session.attemptsRefused', actor: 'unknown' };
    const [last, beforeLast, ...evaluated] = refused;
    expect([last, beforeLast]).toEqual([{ ...delayed, from: '203.0.113.9' }, delayed]);
    expect(evaluated).toEqual(Array(10).fill(one));
  });

  it('are not kept by the address that was typed, which may have been the password', async () => {
    await guess('wrong', 'my secret password');
    const rows = await fixture.dataSource.query<object[]>('SELECT key FROM attempt_count');
    expect(JSON.stringify(rows)).not.toContain('secret');
  });
});

describe('guesses from an address', () => {
  const spray = (from: (n: number) => string, length = 200) =>
    count(Array.from({ length }, (_, n) => guess('wrong', `user${String(n)}@example.org`, from(n))));

  it('are evaluated 50 times, over all accounts', async () => {
    expect(await spray(() => '203.0.113.9')).toBe(50);
  });

  it('count together for all of one IPv6 network', async () => {
    expect(await spray((n) => `2001:db8:0:1::${n.toString(16)}`)).toBe(50);
    expect(await guess('wrong', 'other@example.org', '2001:db8:0:2::1')).toBe('wrong');
  });

  it('do not lock an account whose turn they never were', async () => {
    await spray(() => '203.0.113.9');
    for (let n = 0; n < 20; n += 1) {
      expect(await guess('wrong', ADA.email, '203.0.113.9')).toBe('not evaluated');
    }
    expect(await guess(ADA.password)).toBe('signed in');
  });

  it('are given back where they were right: many people may share an address', async () => {
    for (let n = 0; n < 60; n += 1) expect(await guess(ADA.password)).toBe('signed in');
  });
});

it('forgets what is older than a day', async () => {
  await guess('wrong');
  fixture.pass(24 * 60 * MINUTE + 1);
  await fixture.access.attempts.forgetOld();
  expect(await fixture.dataSource.query('SELECT key FROM attempt_count')).toEqual([]);
});
