import { greet, on, sayForEver, scriptedSmtpServer, type ScriptStep } from '@postroom/testing';
import { describe, expect, it } from 'vitest';
import { deliveryLimits, testLimits, type Clock } from './index.ts';
import { aMail, smtpSettings, test } from '../../testing/smtp-fixtures.ts';

describe('the limits', () => {
  it.each([
    [2, 32],
    [30, 60],
    [90, 120],
    [600, 120],
  ])('of a test with a timeout of %i s are %i s in all', (timeoutSeconds, attemptSeconds) => {
    expect(testLimits(timeoutSeconds)).toMatchObject({
      attemptMs: attemptSeconds * 1000,
      attemptAfterDotMs: 60_000,
      quitMs: 1000,
    });
  });

  it('of a delivery leave the server 10 minutes after the dot, and more where the administrator says so', () => {
    expect(deliveryLimits(2).afterDotMs).toBe(600_000);
    expect(deliveryLimits(900).afterDotMs).toBe(900_000);
  });
});

/** A clock on which each look takes a while: deadlines come without waiting for them. */
function hastyClock(stepMs: number): Clock {
  let elapsed = 0;
  return { now: () => new Date(0), monotonicMs: () => (elapsed += stepMs) };
}

describe('a test', () => {
  const hello = greet('220 mail.test');
  const code = async (script: ScriptStep[], options: Parameters<typeof test>[2], timeoutSeconds = 60) => {
    const server = await scriptedSmtpServer(script);
    const { failure } = await test(smtpSettings({ timeoutSeconds, port: server.port }), aMail(), options);
    await server.close();
    return failure && `${failure.step} ${failure.code}`;
  };

  it('ends when its whole time is up, however long a reply may take', async () => {
    expect(await code([hello, on('MAIL')], { limits: { attemptMs: 1000 } })).toBe('MAIL REPLY_TIMED_OUT');
    expect(
      await code([hello, on('EHLO'), sayForEver('250-x\r\n', 10)], { limits: { attemptMs: 1000 } }),
    ).toBe('EHLO REPLY_TIMED_OUT');
  });

  it('gives the reply after the dot more than what is left, and no more than its own time', async () => {
    const limits = { attemptMs: 2000, attemptAfterDotMs: 60_000, afterDotMs: 100 };
    expect(await code([hello, on('.')], { limits })).toBe('DATA OUTCOME_UNKNOWN');
    expect(
      await code([hello, on('.')], { limits: { ...limits, afterDotMs: 60_000, attemptAfterDotMs: 100 } }),
    ).toBe('DATA OUTCOME_UNKNOWN');
  });

  it('measures by the clock that it is given', async () => {
    expect(await code([hello, on('EHLO')], { clock: hastyClock(9000) })).toMatch(/TIMED_OUT$/);
  });
});
