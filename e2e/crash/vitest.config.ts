import { defineConfig } from 'vitest/config';

/** What takes too long, or too much of the machine, for every run of the tests. */
export const LONG = ['long', 'backlog', 'scarce-resources'].map((name) => `crash/${name}.e2e.ts`);

export default defineConfig({
  test: { include: LONG, fileParallelism: false },
});
