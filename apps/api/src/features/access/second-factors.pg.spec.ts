import { TOTP } from 'otpauth';
import { beforeEach, describe, expect, it } from 'vitest';
import { ADA, AccessFixture, CLIENT } from '../../../testing/access-fixtures.ts';
import { FRESH_MS } from './reauthentication.ts';
import type { Caller } from './request-context.ts';
import { SecondFactorEntity } from './second-factor.entity.ts';

const fixture = new AccessFixture();
let ada: Caller;
let secret: string;
let recoveryCodes: string[];

/** What the app of the person shows now. */
const code = (of = secret) => new TOTP({ secret: of }).generate({ timestamp: fixture.now.getTime() });
const signIn = (given?: string) =>
  fixture.access.access.signIn({ ...ADA, ...(given && { code: given }) }, CLIENT);

beforeEach(async () => {
  fixture.pass(60_000);
  await fixture.dataSource.query('DELETE FROM second_factor');
  await fixture.dataSource.query('DELETE FROM recovery_code');
  await fixture.dataSource.query('UPDATE user_account SET second_factor_since = NULL');
  ada = await fixture.signIn();
  const setUp = await fixture.access.secondFactors.setUp(ada);
  if ('refusal' in setUp) throw new Error(setUp.message);
  ({ secret } = setUp);
  const confirmed = await fixture.access.secondFactors.confirm(code(), ada);
  if ('refusal' in confirmed) throw new Error(confirmed.message);
  recoveryCodes = confirmed.codes;
  fixture.pass(30_000);
});

describe('setting it up', () => {
  it('counts only after a code of the app was given', async () => {
    const next = await fixture.access.secondFactors.setUp(ada);
    if ('refusal' in next) throw new Error(next.message);
    expect(await fixture.access.secondFactors.confirm('000000', ada)).toMatchObject({
      refusal: 'WrongCredentials',
    });
    expect(await signIn(code())).toHaveProperty('sessionToken');
    expect(await signIn(code(next.secret))).toMatchObject({ refusal: 'WrongCredentials' });
    expect(await fixture.access.secondFactors.confirm(code(next.secret), ada)).toHaveProperty('codes');
    fixture.pass(30_000);
    expect(await signIn(code())).toMatchObject({ refusal: 'WrongCredentials' });
    expect(await signIn(code(next.secret))).toHaveProperty('sessionToken');
  });

  it('has nothing to confirm before it was begun', async () => {
    expect(await fixture.access.secondFactors.confirm(code(), ada)).toMatchObject({ refusal: 'NotFound' });
  });

  it('stores the secret sealed, and of the recovery codes the hashes', async () => {
    const rows = await fixture.dataSource.query<object[]>(
      `SELECT row_to_json(f)::text FROM second_factor f UNION ALL SELECT row_to_json(r)::text FROM recovery_code r`,
    );
    const text = JSON.stringify(rows);
    expect(rows).toHaveLength(11);
    for (const canary of [secret, ...recoveryCodes]) expect(text).not.toContain(canary);
  });

  it.each(['setUp', 'renewRecoveryCodes', 'disable'] as const)('needs a fresh proof for %s', async (act) => {
    fixture.pass(FRESH_MS);
    expect(await fixture.access.secondFactors[act](ada)).toMatchObject({
      refusal: 'ReauthenticationRequired',
    });
  });
});

describe('a sign-in', () => {
  it('with the password alone is asked for a code, and begins no session', async () => {
    expect(await signIn()).toMatchObject({ refusal: 'SecondFactorRequired' });
    expect(await signIn(' ')).toMatchObject({ refusal: 'SecondFactorRequired' });
  });

  it('with a wrong password is not told that there is a second factor', async () => {
    const result = await fixture.access.access.signIn({ ...ADA, password: 'wrong', code: code() }, CLIENT);
    expect(result).toMatchObject({ refusal: 'WrongCredentials' });
  });

  it('takes a code once, and none of the time before', async () => {
    const before = code();
    fixture.pass(30_000);
    expect(await signIn(code())).toHaveProperty('sessionToken');
    expect(await signIn(code())).toMatchObject({ refusal: 'WrongCredentials' });
    expect(await signIn(before)).toMatchObject({ refusal: 'WrongCredentials' });
  });

  it('takes a code once of many at once', async () => {
    const now = code();
    const results = await Promise.all(Array.from({ length: 8 }, () => signIn(now)));
    expect(results.filter((result) => 'sessionToken' in result)).toHaveLength(1);
  });

  it('takes each recovery code once, and they run out', async () => {
    const [first = '', second = ''] = recoveryCodes;
    expect(await signIn(first.toLowerCase())).toHaveProperty('sessionToken');
    expect(await signIn(first)).toMatchObject({ refusal: 'WrongCredentials' });
    expect(await signIn(second)).toHaveProperty('sessionToken');
    const user = { ...(ada.user ?? ({} as never)), secondFactorSince: fixture.now };
    expect(await fixture.access.secondFactors.of(user)).toMatchObject({ recoveryCodesLeft: 8 });
  });

  it('lets a million codes be guessed ten at a time, whoever knows the password', async () => {
    const results: string[] = [];
    for (let guess = 0; guess < 30; guess += 1) {
      // The password alone gives nothing back: else each ten guesses could begin anew with it.
      await signIn().catch(() => undefined);
      const wrong = code() === '111111' ? '222222' : '111111';
      results.push(
        await signIn(wrong).then(
          () => 'evaluated',
          () => 'refused',
        ),
      );
    }
    expect(results.filter((result) => result === 'evaluated')).toHaveLength(10);
  });
});

it('is a proof as good as the password', async () => {
  fixture.pass(FRESH_MS);
  expect(await fixture.access.account.reauthenticate({ code: code() }, ada)).toHaveProperty('until');
  expect(await fixture.access.account.reauthenticate({ code: code() }, ada)).toMatchObject({
    refusal: 'WrongCredentials',
  });
});

it('has new recovery codes instead of the old ones when asked', async () => {
  const renewed = await fixture.access.secondFactors.renewRecoveryCodes(ada);
  if ('refusal' in renewed) throw new Error(renewed.message);
  expect(await signIn(recoveryCodes[0])).toMatchObject({ refusal: 'WrongCredentials' });
  expect(await signIn(renewed.codes[0])).toHaveProperty('sessionToken');
});

it.each(['its owner', 'an administrator'])('is gone with its codes when %s takes it away', async (who) => {
  if (who === 'its owner') await fixture.access.secondFactors.disable(ada);
  else await fixture.access.users.update({ id: ada.id, resetSecondFactor: true }, ada);
  expect(await signIn()).toHaveProperty('sessionToken');
  expect(await fixture.dataSource.getRepository(SecondFactorEntity).count()).toBe(0);
  expect(await fixture.access.secondFactors.disable(ada)).toMatchObject({ refusal: 'NotFound' });
  const actions = (await fixture.audited(3)).flatMap(({ action, changes }) => [
    action,
    ...changes.map(({ field }) => field),
  ]);
  expect(actions.some((action) => ['secondFactor.disabled', 'secondFactor'].includes(action))).toBe(true);
});
