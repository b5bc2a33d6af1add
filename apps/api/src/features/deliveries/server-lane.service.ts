import type { Logger } from 'pino';
import type { SessionLocks } from '../../database/session-locks.ts';
import type { SqlPool } from '../../database/sql-pool.ts';
import { SmtpFailureCode, type AttemptFailure, type DeliveryConnection } from '../../smtp/index.ts';
import { claimEmails, claimProbe, type ClaimedEmail } from './claim-emails.sql.ts';
import type { DeliveryResult, EmailDelivery } from './email-delivery.service.ts';
import type { EmailsInHand } from './emails-in-hand.service.ts';
import type { LoadServer, NewConnection, ServerInUse } from './ports.ts';
import { holdServer, settingsChanged } from './server-holds.sql.ts';
import { expired, sharedFailure, withoutOutcome, type SettlementOptions } from './settlement.ts';
import { Wake } from './wake.service.ts';

export interface ServerLanePorts {
  pool: SqlPool;
  locks: SessionLocks;
  workerId: string;
  loadServer: LoadServer;
  newConnection: NewConnection;
  delivery: EmailDelivery;
  inHand: EmailsInHand;
  /** Something was held or released: waiting mail may have to be marked. */
  holdsChanged: () => void;
  settlement: () => SettlementOptions;
  log: Logger;
}

/** A connection without an email stays open for so long. */
const IDLE_MS = 5_000;
/** Emails in hand for each connection: half of them keep it busy while the next claim is on its way. */
const CLAIMED_PER_CONNECTION = 16;
const MOST_CLAIMED = 256;
/** After a connection that failed the lane waits: 2 s at first, doubling to a minute. Mail that waits meanwhile uses up no try. */
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;
/** A password that was refused, or is missing, is never tried again by itself: many servers lock the account out. */
const NEVER_PROBED: readonly string[] = [SmtpFailureCode.AUTH_REFUSED, SmtpFailureCode.PASSWORD_MISSING];

/**
 * The mail of one server in this process: a few connections, and the emails claimed for them. Lanes share nothing but the database, so
 * that a server which is slow, hostile or gone keeps nobody waiting but its own mail.
 */
export class ServerLane {
  readonly #serverId: string;
  readonly #ports: ServerLanePorts;
  /** `stop`: begin nothing more. `cut`: end what is under way. */
  readonly #signals: { stop: AbortSignal; cut: AbortSignal };
  readonly #wake = new Wake();
  readonly #claimed: ClaimedEmail[] = [];
  readonly #connections = new Set<Promise<void>>();
  #claiming: Promise<void> | null = null;
  #server: ServerInUse | null = null;
  #isHeld: boolean;
  #mayHaveMore = true;
  #isPaused = false;
  #failures = 0;

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

  /** There may be more mail, or other settings. */
  wake(isHeld: boolean): void {
    this.#isHeld = isHeld;
    this.#mayHaveMore = true;
    this.#wake.all();
  }

  /** Works until there is nothing more to do, or until it is stopped. Never throws. */
  async run(): Promise<void> {
    const { stop } = this.#signals;
    stop.addEventListener('abort', this.#wake.all);
    while (!stop.aborted) {
      this.#isPaused = false;
      await this.#fill();
      if (this.#claimed.length === 0) {
        if (this.#mayHaveMore && !this.#isPaused) continue;
        break;
      }
      this.#openAnother();
      while (this.#connections.size > 0) await Promise.race(this.#connections);
      const isStuck = this.#claimed.length > 0 && !this.#isPaused;
      this.#giveBack();
      // Without a pause mail that no connection may take (they are all in use elsewhere) would be claimed over and over.
      if (this.#isPaused || isStuck) await this.#wait(this.#pauseMs());
    }
    this.#giveBack();
    stop.removeEventListener('abort', this.#wake.all);
  }

  async #wait(milliseconds: number): Promise<void> {
    const until = performance.now() + milliseconds;
    while (!this.#signals.stop.aborted && performance.now() < until) {
      await this.#wake.wait(until - performance.now());
    }
  }

  #openAnother(): void {
    const most = this.#isHeld || this.#failures > 0 ? 1 : (this.#server?.maxConnections ?? 1);
    if (this.#connections.size >= most || this.#isPaused) return;
    const connection = this.#carry()
      .catch((error: unknown) => {
        this.#isPaused = true;
        this.#ports.log.error({ event: 'delivery.lane_failed', serverId: this.#serverId, err: error });
      })
      .finally(() => this.#connections.delete(connection));
    this.#connections.add(connection);
  }

  /** One connection after the other in one slot, as long as there is mail. */
  async #carry(): Promise<void> {
    const slot = await this.#takeSlot();
    if (slot === null) return;
    let connection: DeliveryConnection | null = null;
    let openedFor: ServerInUse | null = null;
    let email: ClaimedEmail | null = null;
    try {
      for (;;) {
        email = await this.#next(connection !== null);
        const server: ServerInUse | null = this.#server ?? openedFor;
        if (email === null || server === null) return;
        if (connection?.isUsable !== true || !isSame(openedFor, server)) {
          await connection?.close();
          connection = this.#ports.newConnection(server);
          openedFor = server;
          const begunAt = performance.now();
          const failure = await connection.open({ signal: this.#signals.cut });
          if (failure !== null) {
            const failed = email;
            email = null;
            await this.#shareFailure(failed, failure, {
              server,
              connection,
              durationMs: performance.now() - begunAt,
            });
            return;
          }
          this.#failures = 0;
        }
        const result = await this.#ports.delivery.deliver(email, connection, this.#signals.cut);
        await this.#after(email, result, server);
        email = null;
        if (!this.#ports.locks.holds(slot)) return;
      }
    } finally {
      // Only an error of ours leaves an email in hand.
      if (email !== null) this.#ports.inHand.handBack([email]);
      await connection?.close();
      await this.#ports.locks.unlock(slot);
    }
  }

  async #takeSlot(): Promise<string | null> {
    for (let number = 1; number <= (this.#server?.maxConnections ?? 1); number++) {
      const slot = `postroom connection ${this.#serverId} ${number}`;
      if (await this.#ports.locks.tryLock(slot)) return slot;
    }
    return null;
  }

  /** The next email; null = there is none, or none is to be begun. */
  async #next(mayWait: boolean): Promise<ClaimedEmail | null> {
    let isLastLook = !mayWait;
    while (!this.#signals.stop.aborted && !this.#isPaused) {
      // While the next claim is on its way the connections have the other half.
      if (this.#mayHaveMore && this.#claimed.length <= this.#mostClaimed() / 2) void this.#fill();
      const email = this.#claimed.shift();
      if (email !== undefined) {
        if (this.#claimed.length > 0) this.#openAnother();
        return email;
      }
      if (this.#claiming !== null) await this.#claiming;
      else if (isLastLook) return null;
      else {
        await this.#wake.wait(IDLE_MS);
        isLastLook = !this.#mayHaveMore && this.#claiming === null;
      }
    }
    return null;
  }

  #mostClaimed(): number {
    const connections = this.#isHeld || this.#failures > 0 ? 1 : (this.#server?.maxConnections ?? 1);
    return Math.min(MOST_CLAIMED, connections * CLAIMED_PER_CONNECTION);
  }

  /** Claims what is due, as far as there is room for it. One claim at a time. */
  #fill(): Promise<void> {
    this.#claiming ??= this.#claim()
      .catch((error: unknown) => {
        this.#isPaused = true;
        this.#ports.log.warn({ event: 'delivery.claim_failed', serverId: this.#serverId, err: error });
      })
      .finally(() => {
        this.#claiming = null;
      });
    return this.#claiming;
  }

  async #claim(): Promise<void> {
    this.#mayHaveMore = false;
    this.#server ??= await this.#ports.loadServer(this.#serverId);
    const server = this.#server;
    if (server === null) return;
    const claim = {
      serverId: server.id,
      revision: server.revision,
      releasedAt: server.releasedAt,
      workerId: this.#ports.workerId,
    };
    const limit = Math.max(1, this.#mostClaimed() - this.#claimed.length);
    const emails = this.#isHeld
      ? [await claimProbe(this.#ports.pool, claim)].filter((email) => email !== null)
      : await claimEmails(this.#ports.pool, { ...claim, limit });
    // Nothing there, or other settings: look at them anew the next time.
    if (emails.length === 0) this.#server = null;
    else this.#mayHaveMore = !this.#isHeld;
    for (const email of emails) {
      this.#ports.inHand.add(email);
      if (email.secondsLeft > 0) this.#claimed.push(email);
      else this.#ports.inHand.settle(expired(email));
    }
  }

  async #after(email: ClaimedEmail, result: DeliveryResult, server: ServerInUse): Promise<void> {
    const { inHand } = this.#ports;
    switch (result.then) {
      case 'settle':
        if (result.heldBy !== null) await this.#hold(email, result.heldBy, server);
        else if (this.#isHeld) await this.#release();
        inHand.settle(result.settlement);
        return;
      case 'reconnect':
        this.#claimed.unshift(email);
        return;
      case 'forget':
        inHand.forget(email);
        return;
      case 'pause':
        this.#isPaused = true;
        inHand.handBack([email]);
        return;
      case 'hand back':
        inHand.handBack([email]);
    }
  }

  /** Nobody was asked anything: everything that waits for the connection meets the same failure. */
  async #shareFailure(
    email: ClaimedEmail,
    failure: AttemptFailure,
    {
      server,
      connection,
      durationMs,
    }: { server: ServerInUse; connection: DeliveryConnection; durationMs: number },
  ): Promise<void> {
    this.#isPaused = true;
    const emails = [email, ...this.#claimed.splice(0)];
    if (failure.code === SmtpFailureCode.CANCELLED) {
      this.#ports.inHand.handBack(emails);
      return;
    }
    this.#failures += 1;
    if (failure.email === 'HELD') await this.#hold(email, failure, server);
    const attempt = {
      durationMs: Math.round(durationMs),
      tlsVersion: connection.tlsVersion,
      downgraded: connection.downgraded,
      reply: null,
      failure: withoutOutcome(failure),
    };
    for (const each of emails) {
      this.#ports.inHand.settle(sharedFailure(each, failure, attempt, this.#ports.settlement()));
    }
  }

  async #hold(
    { claimedAt }: ClaimedEmail,
    failure: AttemptFailure,
    { id, revision }: ServerInUse,
  ): Promise<void> {
    this.#isPaused = true;
    const { email: _, ...heldBy } = failure;
    const probe = !NEVER_PROBED.includes(failure.code);
    await holdServer(this.#ports.pool, {
      serverId: id,
      revision,
      begunAt: claimedAt,
      failure: heldBy,
      probe,
    }).catch((error: unknown) => {
      this.#ports.log.warn({ event: 'delivery.hold_failed', serverId: id, err: error });
    });
    this.#ports.log.warn({ event: 'delivery.held', serverId: id, code: failure.code });
    this.#ports.holdsChanged();
  }

  /** The probe got through: what held the mail is mended. */
  async #release(): Promise<void> {
    this.#isHeld = false;
    await settingsChanged(this.#ports.pool, this.#serverId).catch((error: unknown) => {
      this.#ports.log.warn({ event: 'delivery.release_failed', serverId: this.#serverId, err: error });
    });
    this.#ports.log.info({ event: 'delivery.released', serverId: this.#serverId });
    this.#ports.holdsChanged();
  }

  #pauseMs(): number {
    return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, this.#failures - 1));
  }

  #giveBack(): void {
    this.#ports.inHand.handBack(this.#claimed.splice(0));
  }
}

function isSame(a: ServerInUse | null, b: ServerInUse): boolean {
  return a !== null && a.revision === b.revision && a.releasedAt === b.releasedAt;
}
