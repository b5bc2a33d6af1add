import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

// Vite reads the settings for decorators and class fields in tsconfig.json.
// The three speeds show in the file names: pure, with sockets (`.smtp.`, `.s3.`), with PostgreSQL (`.pg.`).
export default defineConfig({
  // graphql 16 has two builds, and knows its own classes by identity: the one that Node itself would load, everywhere.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    setupFiles: ['reflect-metadata'],
    // Most of them wait for sockets and the database most of the time.
    maxWorkers: '100%',
    // The product is loaded once for all files of a worker: no module keeps anything of one test that another could meet.
    isolate: false,
    // For a machine that has much else to do; how long things take is measured in bench/.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['src/**/*.spec.ts', 'testing/**/*.spec.ts'],
          exclude: ['**/*.{pg,smtp,s3}.spec.ts'],
        },
      },
      { extends: true, test: { name: 'smtp', include: ['src/**/*.{smtp,s3}.spec.ts'] } },
      {
        extends: true,
        test: {
          name: 'pg',
          include: ['src/**/*.pg.spec.ts'],
          globalSetup: ['testing/postgres-for-tests.ts'],
        },
      },
    ],
  },
});
