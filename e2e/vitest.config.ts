import { defineConfig } from 'vitest/config';
import { LONG } from './crash/vitest.config.ts';

export default defineConfig({
  test: {
    include: ['journeys/*.e2e.ts', 'crash/*.e2e.ts'],
    // Half an hour: `pnpm crash`.
    exclude: LONG,
    // Each journey starts the whole product: more of them side by side would slow each other down to false alarms.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 90_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
