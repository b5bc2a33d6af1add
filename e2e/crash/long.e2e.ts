import { expect, it } from 'vitest';
import { crashRun } from './crash-run.ts';
import { expectNothingLost, summary } from './expect-nothing-lost.ts';

it.each([false, true])(
  '200 kills of processes and 20 of PostgreSQL under load lose no email that was acknowledged (RETRY_UNCERTAIN=%s)',
  async (retryUncertain) => {
    const options = { kills: 200, postgresKills: 20, retryUncertain, maxConnections: 4 };
    const report = await crashRun(options);
    process.stdout.write(`\nRETRY_UNCERTAIN=${String(retryUncertain)}\n${summary(report)}\n`);
    expect(report.acknowledged.length).toBeGreaterThan(1000);
    expectNothingLost(report, options);
  },
  1_800_000,
);
