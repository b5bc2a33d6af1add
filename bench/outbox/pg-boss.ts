// pg-boss on the PostgreSQL that Postroom brings along, and nodemailer.
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureEmbeddedPostgres } from '../../apps/api/src/database/embedded-postgres.ts';
import { removeData } from '../service/postroom.ts';
import type { Contestant } from './contestant.ts';
import { startQueue } from './node-queue.ts';

const ignore = () => undefined;
const silentLog = { info: ignore, warn: ignore, error: ignore };

export const pgBoss: Contestant = {
  name: 'pg-boss',
  async start(sinkPort) {
    const dataDir = mkdtempSync(join(tmpdir(), 'pg-boss-bench-'));
    const postgres = await ensureEmbeddedPostgres({ dataDir, log: silentLog });
    if ('code' in postgres) throw new Error(postgres.message);
    const { host, user, database } = postgres.connection;
    const postmaster = Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
    return startQueue(
      './pg-boss-process.ts',
      { sinkPort, queue: `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host)}` },
      {
        pids: () => [postmaster],
        async stop() {
          await postgres.stop();
          removeData(dataDir);
        },
      },
    );
  },
};
