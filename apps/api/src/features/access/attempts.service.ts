import { LessThan, type DataSource, type EntityManager } from 'typeorm';
import { tooManyAttempts } from './access-error.ts';
import { AttemptCountEntity } from './attempt-count.entity.ts';
import { waitAfter } from './attempt-schedule.ts';
import type { AttemptSubject } from './attempt-subject.ts';

const KEPT_MS = 24 * 60 * 60_000;

/** An attempt that may be evaluated. It counts as failed until it says otherwise. */
export interface Attempt {
  /** The person proved who they are: the account begins anew, the address gets this one attempt back. */
  succeeded: () => Promise<void>;
  /** Nothing was guessed, nothing was proved. */
  returned: () => Promise<void>;
}

/**
 * Counts attempts to prove who somebody is, before they are evaluated: in PostgreSQL, row by row under its lock, so that neither aliases
 * nor parallel connections nor several processes evaluate one more than is allowed.
 */
export class Attempts {
  private readonly dataSource: DataSource;
  private readonly now: () => Date;

  constructor(dataSource: DataSource, now: () => Date) {
    this.dataSource = dataSource;
    this.now = now;
  }

  /** Throws RATE_LIMITED, and counts nothing, unless each of `subjects` has an attempt left. */
  async begin(subjects: readonly AttemptSubject[]): Promise<Attempt> {
    const now = this.now();
    // In one order, whatever the caller's, so that two never wait for each other.
    const sorted = subjects.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    await this.dataSource.transaction(async (manager) => {
      for (const subject of sorted) {
        if (!(await count(manager, subject, now))) throw tooManyAttempts();
      }
    });
    return {
      succeeded: async () => {
        await this.forgetOld();
        for (const { key, isAccount } of subjects) await (isAccount ? this.forget(key) : this.giveBack(key));
      },
      returned: async () => {
        for (const { key } of subjects) await this.giveBack(key);
      },
    };
  }

  /** Counts without throwing: false = there was one not long ago. */
  async isFirstInAWhile(subject: AttemptSubject): Promise<boolean> {
    return this.dataSource.transaction((manager) => count(manager, subject, this.now()));
  }

  /** The account has a new password: what failed with the old one counts no more. */
  async beginAnew({ key }: AttemptSubject): Promise<void> {
    await this.forget(key);
  }

  async forgetOld(): Promise<void> {
    const lastAt = LessThan(new Date(this.now().getTime() - KEPT_MS));
    await this.dataSource.getRepository(AttemptCountEntity).delete({ lastAt });
  }

  private async forget(key: string): Promise<void> {
    await this.dataSource.getRepository(AttemptCountEntity).delete({ key });
  }

  private async giveBack(key: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE attempt_count SET attempts = attempts - 1, next_at = last_at WHERE key = $1 AND attempts > 0`,
      [key],
    );
  }
}

async function count(manager: EntityManager, { key, schedule }: AttemptSubject, now: Date): Promise<boolean> {
  // Makes the row or finds it, and holds it until the transaction ends.
  const [row] = await manager.query<{ attempts: number; next_at: Date; last_at: Date }[]>(
    `INSERT INTO attempt_count (key, attempts, next_at, last_at) VALUES ($1, 0, $2, $2)
     ON CONFLICT (key) DO UPDATE SET key = excluded.key RETURNING attempts, next_at, last_at`,
    [key, now],
  );
  if (row === undefined) throw new Error('an attempt was not counted');
  const isForgotten = now.getTime() - row.last_at.getTime() >= schedule.forgottenAfterMs;
  // Clocks differ: without a wait there is nothing to compare.
  const mustWait = waitAfter(row.attempts, schedule) > 0 && row.next_at > now;
  if (mustWait && !isForgotten) return false;
  const attempts = isForgotten ? 1 : row.attempts + 1;
  const nextAt = new Date(now.getTime() + waitAfter(attempts, schedule));
  await manager.update(AttemptCountEntity, { key }, { attempts, nextAt, lastAt: now });
  return true;
}
