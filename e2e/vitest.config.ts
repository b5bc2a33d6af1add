import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['journeys/*.e2e.ts', 'crash/*.e2e.ts'],
    // Half an hour: `pnpm crash`.
    exclude: ['crash/long.e2e.ts'],
    // Each journey starts the whole product: side by side they would slow each other down to false alarms.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
});
