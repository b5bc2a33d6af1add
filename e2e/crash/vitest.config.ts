import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['crash/long.e2e.ts'], fileParallelism: false },
});
