import type { Logger } from 'pino';
import type { SqlPool } from '../../database/sql-pool.ts';
import { SmtpFailureCode, type AttemptFailure } from '../../smtp/index.ts';
import { claimEmails, claimProbe } from './claim-emails.sql.ts';
import type { EmailsInHand } from './emails-in-hand.service.ts';
import { LaneConnection, type LaneConnectionPorts } from './lane-connection.service.ts';
import type { LoadServer, ServerInUse } from './ports.ts';
import type { ServerFindings } from './server-findings.service.ts';
import { readReleasedAt } from './server-holds.sql.ts';
import type { SettledAttempt } from './settlement.ts';
import { expired, sharedFailure, type SettlementOptions } from './settlement.ts';
import { Wake } from './wake.service.ts';
import type { Work } from './work.ts';

export interface ServerLanePorts extends LaneConnectionPorts {
  pool: SqlPool;
  workerId: string;
  loadServer: LoadServer;
  inHand: EmailsInHand;
  findings: ServerFindings;
  settlement: () => SettlementOptions;
  log: Logger;
}

/** A connection without an email stays open for so long. */
const IDLE_MS = 5_000;
/** Emails that are claimed at once, for each connection: half of them keep it busy while the next claim is on its way. */
const CLAIMED_PER_CONNECTION = 16;
const MOST_CLAIMED = 256;
/** After a connection that failed the lane waits: 2 s at first, doubling to a minute. Mail that waits meanwhile uses up no try. */
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;
/** A server that takes no more connections than it has is not asked for more for so long. */
const CROWDED_MS = 60_000;
/** Until the next look for a connection that may be opened, where other processes have them all. */
const NO_SLOT_MS = 1_000;

/**
 * The mail of one server in this process: a few connections, and the emails claimed for them. Lanes share nothing but the database, so
 * that a server which is slow, hostile or gone keeps nobody waiting but its own mail; and within a lane an email that takes long keeps
 * one connection, not the others.
 */
export class ServerLane {
  readonly #serverId: string;
  readonly #ports: ServerLanePorts;
  /** `stop`: begin nothing more. `cut`: end what is under way. */
  readonly #signals: { stop: AbortSignal; cut: AbortSignal };
  readonly #wake = new Wake();
  readonly #claimed: Work[] = [];
  readonly #connections = new Set<LaneConnection>();
  #claiming: Promise<void> | null = null;
  #checking: Promise<boolean> | null = null;
  #server: ServerInUse | null = null;
  #isHeld: boolean;
  #mayHaveMore = true;
  #mustCheck = false;
  #isPaused = false;
  #pauseUntil = 0;
  #failures = 0;
  /** Connections that wait for an email. */
  #idle = 0;
  #crowded = { most: Infinity, until: 0 };
  #noSlotUntil = 0;

  constructor(
    serverId: string,
    isHeld: boolean,
    signals: { stop: AbortSignal; cut: AbortSignal },
    ports: ServerLanePorts,
  ) {
    this.#serverId = serverId;
    this.#isHeld = isHeld;
    this.#signals = signals;
    this.#ports = ports;
  }

  /** There may be more mail. `isHeld`: where that is known. */
  wake(isHeld = this.#isHeld): void {
    this.#isHeld = isHeld;
    this.#mayHaveMore = true;
    this.#wake.all();
  }

  /** The settings may be others now. What was claimed for the old ones is given back then, and a pause ends. */
  checkSettings(): void {
    this.#mustCheck = true;
    this.#wake.all();
  }

  /** Works until there is nothing more to do, or until it is stopped. Never throws. */
  async run(): Promise<void> {
    const { stop } = this.#signals;
    stop.addEventListener('abort', this.#wake.all);
    while (!stop.aborted) {
      if (this.#mustCheck && this.#claimed.length > 0) await this.#haveSettingsChanged();
      else if (this.#isPaused) await this.#pause();
      else if (this.#needsConnection()) this.#openAnother();
      else if (this.#connections.size === 0) break;
      else await this.#wake.wait(IDLE_MS);
    }
    while (this.#connections.size > 0) await this.#wake.wait(IDLE_MS);
    this.#giveBack();
    stop.removeEventListener('abort', this.#wake.all);
  }

  /** The next email for a connection; null = there is none, or none is to be begun. An open connection waits a while for one. */
  async next(isOpen: boolean): Promise<Work | null> {
    const until = performance.now() + (isOpen ? IDLE_MS : 0);
    while (!this.#signals.stop.aborted && !this.#isPaused) {
      if (this.#mustCheck) await this.#haveSettingsChanged();
      // While the next claim is on its way the connections have the other half.
      if (this.#mayHaveMore && this.#claimed.length <= this.#mostClaimed() / 2) {
        const filling = this.#fill();
        if (this.#claimed.length === 0) await filling;
      }
      const work = this.#claimed.shift();
      if (work !== undefined) {
        if (this.#needsConnection()) this.#openAnother();
        return work;
      }
      if (this.#mayHaveMore || this.#mustCheck) continue;
      const left = until - performance.now();
      if (left <= 0) return null;
      this.#idle += 1;
      await this.#wake.wait(left);
      this.#idle -= 1;
    }
    return null;
  }

  /** It was not begun: the next connection is to carry it. */
  putBack(work: Work): void {
    this.#claimed.unshift(work);
  }

  connected(): void {
    this.#failures = 0;
    this.#wake.all();
  }

  /** Begin nothing for a while. */
  pause(): void {
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, this.#failures - 1));
    this.#isPaused = true;
    this.#pauseUntil = performance.now() + pauseMs;
    this.#wake.all();
  }

  /** The server refuses its settings: what waits for it is held by others, and there is nothing to pause for. */
  async hold(work: Work, refusal: AttemptFailure): Promise<void> {
    this.pause();
    if (await this.#ports.findings.settingsRefused(work, refusal)) this.#pauseUntil = 0;
    this.#wake.all();
  }

  /** Nobody was asked anything: everything that waits for the connection meets the same failure. */
  async connectionFailed(work: Work, failure: AttemptFailure, attempt: SettledAttempt): Promise<void> {
    const { inHand, findings, settlement } = this.#ports;
    const open = this.#openConnections();
    if (open > 0 && failure.email !== 'HELD' && failure.code !== SmtpFailureCode.CANCELLED) {
      this.#crowded = { most: open, until: performance.now() + CROWDED_MS };
      this.putBack(work);
      return;
    }
    const emails = [work, ...this.#claimed.splice(0)].map(({ email }) => email);
    this.#failures += 1;
    if (failure.email === 'HELD') await this.hold(work, failure);
    else this.pause();
    if (failure.code === SmtpFailureCode.CANCELLED) {
      inHand.handBack(emails);
      return;
    }
    const written = emails.map((email) =>
      inHand.settle(sharedFailure(email, failure, attempt, settlement())),
    );
    if (failure.email === 'HELD') findings.changedOnce(written);
  }

  #needsConnection(): boolean {
    // The first one goes ahead alone: a password that is wrong is tried once, not five times.
    const isFirst = this.#connections.size === 0;
    return (
      !this.#isPaused &&
      (this.#claimed.length > 0 || this.#mayHaveMore) &&
      this.#idle === 0 &&
      (isFirst || this.#openConnections() > 0) &&
      this.#connections.size < this.#mostConnections() &&
      performance.now() >= this.#noSlotUntil
    );
  }

  #mostConnections(): number {
    if (this.#isHeld || this.#failures > 0) return 1;
    const allowed = this.#server?.maxConnections ?? 1;
    return performance.now() < this.#crowded.until ? Math.min(allowed, this.#crowded.most) : allowed;
  }

  /** No more than the connections that there are can carry: nobody knows yet whether there will be others. */
  #mostClaimed(): number {
    const connections = Math.min(this.#mostConnections(), this.#openConnections() + 1);
    return Math.min(MOST_CLAIMED, connections * CLAIMED_PER_CONNECTION);
  }

  #openConnections(): number {
    return [...this.#connections].filter(({ isOpen }) => isOpen).length;
  }

  #openAnother(): void {
    const connection = new LaneConnection(this, this.#ports, this.#signals.cut);
    this.#connections.add(connection);
    void this.#carry(connection)
      .catch((error: unknown) => {
        this.pause();
        this.#ports.log.error({ event: 'delivery.lane_failed', serverId: this.#serverId, err: error });
      })
      .finally(() => {
        this.#connections.delete(connection);
        this.#wake.all();
      });
  }

  async #carry(connection: LaneConnection): Promise<void> {
    const server = await this.#load();
    // Whoever polls looks again.
    if (server === null) this.#mayHaveMore = false;
    else if ((await connection.run(server)) === 'no slot') this.#noSlotUntil = performance.now() + NO_SLOT_MS;
  }

  async #load(): Promise<ServerInUse | null> {
    if (this.#server !== null) return this.#server;
    const server = await this.#ports.loadServer(this.#serverId);
    if (server !== null && 'failure' in server) {
      await this.#ports.findings.isUnusable(this.#serverId, server, this.#isHeld);
      return null;
    }
    return (this.#server = server);
  }

  /** Claims what is due, as far as there is room for it. One claim at a time. */
  #fill(): Promise<void> {
    this.#claiming ??= this.#claim()
      .catch((error: unknown) => {
        this.pause();
        this.#ports.log.warn({ event: 'delivery.claim_failed', serverId: this.#serverId, err: error });
      })
      .finally(() => {
        this.#claiming = null;
      });
    return this.#claiming;
  }

  async #claim(): Promise<void> {
    this.#mayHaveMore = false;
    const server = await this.#load();
    if (server === null) return;
    const { id, revision, releasedAt } = server;
    const { pool, workerId, inHand } = this.#ports;
    const claim = { serverId: id, revision, releasedAt, workerId };
    const emails = this.#isHeld
      ? await claimProbe(pool, claim)
      : await claimEmails(pool, { ...claim, limit: this.#mostClaimed() });
    if (emails.length === 0) this.#mustCheck = true;
    else this.#mayHaveMore = !this.#isHeld;
    for (const email of emails) {
      inHand.add(email);
      if (email.secondsLeft > 0) this.#claimed.push({ email, server });
      else void inHand.settle(expired(email));
    }
    if (emails.length > 1) this.#wake.all();
  }

  /** Looks once, however many ask. */
  #haveSettingsChanged(): Promise<boolean> {
    this.#mustCheck = false;
    this.#checking ??= this.#dropOldSettings()
      .catch(() => {
        this.pause();
        return false;
      })
      .finally(() => {
        this.#checking = null;
      });
    return this.#checking;
  }

  async #dropOldSettings(): Promise<boolean> {
    if (this.#server === null) return false;
    const releasedAt = await readReleasedAt(this.#ports.pool, this.#serverId);
    if (this.#server.releasedAt === releasedAt) return false;
    this.#server = null;
    this.#giveBack();
    this.#mayHaveMore = true;
    this.#failures = 0;
    this.#crowded.until = 0;
    return true;
  }

  /** What is under way goes on; nothing is begun. Other settings end it. */
  async #pause(): Promise<void> {
    this.#giveBack();
    while (!this.#signals.stop.aborted && performance.now() < this.#pauseUntil) {
      if (this.#mustCheck && (await this.#haveSettingsChanged())) break;
      await this.#wake.wait(this.#pauseUntil - performance.now());
    }
    this.#giveBack();
    this.#isPaused = false;
    this.#mayHaveMore = true;
  }

  #giveBack(): void {
    this.#ports.inHand.handBack(this.#claimed.splice(0).map(({ email }) => email));
  }
}
