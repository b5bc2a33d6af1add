import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { SessionLocks } from '../../database/session-locks.ts';
import type { SqlPool } from '../../database/sql-pool.ts';
import type { ObjectStorage } from '../../storage/index.ts';
import { GroupCommit } from '../emails/index.ts';
import { findDueServers } from './claim-emails.sql.ts';
import { EmailDelivery } from './email-delivery.service.ts';
import { EmailsInHand } from './emails-in-hand.service.ts';
import type { LoadServer, NewConnection } from './ports.ts';
import { recordDots } from './record-dots.sql.ts';
import { holdWaitingEmails, releaseHeldEmails } from './server-holds.sql.ts';
import { ServerFindings } from './server-findings.service.ts';
import { ServerLane } from './server-lane.service.ts';
import {
  aliveLockKey,
  endWorker,
  hasLease,
  reclaimEmails,
  renewLease,
  shortenLeasesOfTheDead,
} from './worker-lease.sql.ts';

export interface DeliveryWorkerPorts {
  pool: SqlPool;
  locks: SessionLocks;
  storage: ObjectStorage;
  loadServer: LoadServer;
  newConnection: NewConnection;
  retryUncertain: boolean;
  random: () => number;
  log: Logger;
}

const SECOND = 1_000;
const POLL_MS = SECOND;
const RECLAIM_MS = 2 * SECOND;
const HEARTBEAT_MS = 15 * SECOND;
const SWEEP_MS = 10 * SECOND;
/** Of the 30 s in which a process that is asked to stop must end: for what is under way, then for what is to be written. */
const FINISH_MS = 20 * SECOND;
const WRITE_MS = 5 * SECOND;
const LEAVE_MS = SECOND;

/** The delivery process: finds servers with mail that is due, and runs a lane for each. Any number of them share one database. */
export class DeliveryWorker {
  readonly id = randomUUID();
  readonly #ports: DeliveryWorkerPorts;
  readonly #inHand: EmailsInHand;
  readonly #delivery: EmailDelivery;
  readonly #findings: ServerFindings;
  readonly #lanes = new Map<string, { lane: ServerLane; ended: Promise<void> }>();
  readonly #stop = new AbortController();
  readonly #cut = new AbortController();
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #running = new Set<string>();
  readonly #again = new Set<string>();

  constructor(ports: DeliveryWorkerPorts) {
    this.#ports = ports;
    const { pool, log, storage } = ports;
    // Every lane and every connection listens.
    setMaxListeners(Infinity, this.#stop.signal, this.#cut.signal);
    this.#inHand = new EmailsInHand({ pool, log, workerId: this.id });
    this.#findings = new ServerFindings({
      pool,
      log,
      holdsChanged: () => {
        this.#run('sweep', () => this.#sweep());
      },
    });
    this.#delivery = new EmailDelivery({
      storage,
      log,
      dots: new GroupCommit(
        async (emails) => {
          const recorded = new Set(await recordDots(pool, this.id, emails));
          return emails.map(({ id }) => recorded.has(id));
        },
        { atOnce: 1, largestBatch: 256 },
      ),
      settlement: () => this.#settlement(),
      monotonicMs: () => performance.now(),
    });
  }

  async start(): Promise<void> {
    const { locks } = this.#ports;
    await locks.open();
    await this.#beat();
    this.#every(HEARTBEAT_MS, 'heartbeat', () => this.#beat());
    // Whoever saw us without our lock has cut the lease short.
    locks.onReopened(() => {
      this.#run('heartbeat', () => this.#beat());
    });
    this.#every(RECLAIM_MS, 'reclaim', () => this.#reclaim());
    this.#every(SWEEP_MS, 'sweep', () => this.#sweep());
    this.#every(POLL_MS, 'poll', () => this.#poll());
  }

  /** News from the database: a server's id = it has new mail; '' = look everywhere, for mail, holds and settings. */
  notice(serverId: string): void {
    if (this.#stop.signal.aborted) return;
    if (serverId !== '') {
      this.#lane(serverId);
      return;
    }
    for (const { lane } of this.#lanes.values()) lane.checkSettings();
    this.#run('sweep', () => this.#sweep());
    this.#run('poll', () => this.#poll());
  }

  /** Begins nothing more, lets what is under way end for so long, hands the rest back. */
  async stop(finishMs = FINISH_MS): Promise<void> {
    this.#stop.abort();
    for (const timer of this.#timers) clearInterval(timer);
    const cut = setTimeout(() => {
      this.#cut.abort();
    }, finishMs);
    await Promise.all([...this.#lanes.values()].map(({ ended }) => ended));
    clearTimeout(cut);
    await this.#inHand.emptied(WRITE_MS);
    // Where the database does not answer, the lease runs out by itself.
    await Promise.race([this.#takeLeave(), pause(LEAVE_MS, undefined, { ref: false })]);
  }

  async #takeLeave(): Promise<void> {
    const { pool, locks } = this.#ports;
    await endWorker(pool, this.id).catch(() => undefined);
    await locks.close();
  }

  async #beat(): Promise<void> {
    const { locks, pool } = this.#ports;
    // Before the row is there, so that a living worker is never found without its lock for long.
    if (!locks.holds(aliveLockKey(this.id))) await locks.tryLock(aliveLockKey(this.id));
    await renewLease(pool, this.id);
    await this.#inHand.reconcile();
  }

  async #poll(): Promise<void> {
    // It slept for longer than its lease: nothing can be claimed without one.
    if (!(await hasLease(this.#ports.pool, this.id))) await this.#beat();
    for (const { serverId, isHeld } of await findDueServers(this.#ports.pool)) this.#lane(serverId, isHeld);
  }

  async #reclaim(): Promise<void> {
    const { pool, log, retryUncertain } = this.#ports;
    await shortenLeasesOfTheDead(pool, this.id);
    const emails = await reclaimEmails(pool, { workerId: this.id, retryUncertain });
    if (emails > 0)
      log.warn({ event: 'delivery.reclaimed', emails }, 'Took over the emails of a worker that is gone');
  }

  async #sweep(): Promise<void> {
    const { pool } = this.#ports;
    while (!this.#stop.signal.aborted && (await holdWaitingEmails(pool)));
    let released = false;
    while (!this.#stop.signal.aborted && (await releaseHeldEmails(pool))) released = true;
    if (released) this.#run('poll', () => this.#poll());
  }

  #lane(serverId: string, isHeld?: boolean): void {
    const existing = this.#lanes.get(serverId);
    if (existing !== undefined) {
      existing.lane.wake(isHeld);
      return;
    }
    if (this.#stop.signal.aborted) return;
    const signals = { stop: this.#stop.signal, cut: this.#cut.signal };
    const lane = new ServerLane(serverId, isHeld ?? false, signals, {
      ...this.#ports,
      workerId: this.id,
      delivery: this.#delivery,
      inHand: this.#inHand,
      findings: this.#findings,
      settlement: () => this.#settlement(),
    });
    const ended = lane.run().finally(() => this.#lanes.delete(serverId));
    this.#lanes.set(serverId, { lane, ended });
  }

  #settlement() {
    return { retryUncertain: this.#ports.retryUncertain, random: this.#ports.random() };
  }

  #every(milliseconds: number, name: string, act: () => Promise<void>): void {
    this.#timers.push(
      setInterval(() => {
        this.#run(name, act);
      }, milliseconds),
    );
    this.#run(name, act);
  }

  /** One of a kind at a time; a wish that comes meanwhile is carried out once afterwards. What fails is tried again by the timer. */
  #run(name: string, act: () => Promise<void>): void {
    if (this.#stop.signal.aborted) return;
    if (this.#running.has(name)) {
      this.#again.add(name);
      return;
    }
    this.#running.add(name);
    void act()
      .catch((error: unknown) => {
        this.#ports.log.warn({ event: 'delivery.chore_failed', chore: name, err: error });
      })
      .finally(() => {
        this.#running.delete(name);
        if (this.#again.delete(name)) this.#run(name, act);
      });
  }
}
