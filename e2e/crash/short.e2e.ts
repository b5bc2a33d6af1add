import { expect, it } from 'vitest';
import { crashRun } from './crash-run.ts';
import { expectNothingLost } from './expect-nothing-lost.ts';

// The long form: docs/reliability.md, faults that are tried.
it('25 kills of processes and 3 of PostgreSQL under load lose no email that was acknowledged, and send none twice', async () => {
  const options = { kills: 25, postgresKills: 3, retryUncertain: false, maxConnections: 4 };
  const report = await crashRun(options);
  expect(report.acknowledged.length).toBeGreaterThan(100);
  expectNothingLost(report, options);
}, 180_000);
