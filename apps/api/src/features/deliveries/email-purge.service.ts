import type { SqlPool } from '../../database/sql-pool.ts';
import { purgeEmails } from './purge-emails.sql.ts';

const DAY_MS = 86_400_000;
/** Emails that are deleted in one statement: it locks them for a moment only. */
const BATCH = 500;

/** Lets go of emails that are kept for long enough (RETENTION_DAYS). May run in any number of processes, and be killed anywhere. */
export class EmailPurge {
  readonly #ports: { pool: SqlPool; retentionDays: number; now: () => Date };
  #isStopped = false;

  constructor(ports: { pool: SqlPool; retentionDays: number; now: () => Date }) {
    this.#ports = ports;
  }

  /** How many went. */
  async run(): Promise<number> {
    const { pool, retentionDays, now } = this.#ports;
    const before = new Date(now().getTime() - retentionDays * DAY_MS);
    let purged = 0;
    while (!this.#isStopped) {
      const emails = await purgeEmails(pool, before, BATCH);
      purged += emails;
      if (emails < BATCH) break;
    }
    return purged;
  }

  /** After the batch under way. */
  stop(): void {
    this.#isStopped = true;
  }
}
