import type { Logger } from 'pino';
import { isDataFault, type SqlPool } from '../../database/sql-pool.ts';
import { GroupCommit } from '../emails/index.ts';
import type { ClaimedEmail } from './claimed-email.ts';
import { handBackEmails, heldByWorker, settleEmails } from './settle-emails.sql.ts';
import type { Settlement } from './settlement.ts';
import { Wake } from './wake.service.ts';

type Held = Pick<ClaimedEmail, 'id' | 'fence'>;

/** After a write that failed. */
const RETRY_MS = 1_000;

/**
 * The emails that this process has claimed, until the database knows what became of each. What is known of an email is never dropped
 * because the database is away for a while: it is written when it is back.
 */
export class EmailsInHand {
  readonly #ports: { pool: SqlPool; workerId: string; log: Logger };
  readonly #held = new Map<string, number>();
  readonly #settlements: GroupCommit<Settlement, undefined>;
  readonly #writes = new Set<Promise<void>>();
  readonly #wake = new Wake();
  #isGivingUp = false;

  constructor(ports: { pool: SqlPool; workerId: string; log: Logger }) {
    this.#ports = ports;
    this.#settlements = new GroupCommit(
      async (settlements) => {
        await settleEmails(ports.pool, settlements);
        return settlements.map(() => undefined);
      },
      { atOnce: 1, largestBatch: 256, isOneItemsFault: isDataFault },
    );
  }

  add({ id, fence }: Held): void {
    this.#held.set(id, fence);
  }

  /** Resolves when it is written. */
  settle(settlement: Settlement): Promise<void> {
    return this.#write(() => this.#settle(settlement), [settlement]);
  }

  handBack(emails: readonly Held[]): void {
    if (emails.length === 0) return;
    void this.#write(() => handBackEmails(this.#ports.pool, this.#ports.workerId, emails), emails);
  }

  /** Gives back what the database says we hold and we do not know of: the answer to a claim was lost on its way. */
  async reconcile(): Promise<void> {
    const claimed = await heldByWorker(this.#ports.pool, this.#ports.workerId);
    const unknown = claimed.filter(({ id, fence }) => this.#held.get(id) !== fence);
    await handBackEmails(this.#ports.pool, this.#ports.workerId, unknown);
  }

  /** Resolves when everything is written, or when so long has passed. */
  async emptied(milliseconds: number): Promise<void> {
    let giveUp: NodeJS.Timeout | undefined;
    const hasPassed = new Promise<void>((resolve) => {
      giveUp = setTimeout(resolve, milliseconds);
    });
    const written = (async () => {
      while (this.#writes.size > 0) await Promise.race(this.#writes);
    })();
    await Promise.race([written, hasPassed]);
    clearTimeout(giveUp);
    this.#isGivingUp = true;
    this.#wake.all();
  }

  /** Words that cannot be stored must not keep a verdict from being stored: it goes without them. */
  async #settle(settlement: Settlement): Promise<void> {
    try {
      await this.#settlements.add(settlement);
    } catch (error) {
      if (!isDataFault(error)) throw error;
      this.#ports.log.error({ event: 'delivery.words_dropped', emailId: settlement.id, err: error });
      await this.#settlements.add(withoutWords(settlement));
    }
  }

  #write(act: () => Promise<unknown>, emails: readonly Held[]): Promise<void> {
    const write = this.#untilWritten(act, emails).finally(() => this.#writes.delete(write));
    this.#writes.add(write);
    return write;
  }

  async #untilWritten(act: () => Promise<unknown>, emails: readonly Held[]): Promise<void> {
    while (!this.#isGivingUp) {
      try {
        await act();
        for (const { id } of emails) this.#held.delete(id);
        return;
      } catch (error) {
        this.#ports.log.warn({ event: 'delivery.write_failed', emails: emails.length, err: error });
        await this.#wake.wait(RETRY_MS);
      }
    }
  }
}

function withoutWords(settlement: Settlement): Settlement {
  const { recipients, attempt } = settlement;
  return {
    ...settlement,
    recipients: recipients.map((recipient) => ({ ...recipient, reply: null, failure: null })),
    attempt: attempt && { ...attempt, reply: null, failure: null },
  };
}
