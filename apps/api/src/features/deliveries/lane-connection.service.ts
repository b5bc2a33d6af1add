import type { Logger } from 'pino';
import type { SessionLocks } from '../../database/session-locks.ts';
import type { AttemptFailure, DeliveryConnection } from '../../smtp/index.ts';
import type { DeliveryResult, EmailDelivery } from './email-delivery.service.ts';
import type { EmailsInHand } from './emails-in-hand.service.ts';
import type { NewConnection, ServerInUse } from './ports.ts';
import type { ServerFindings } from './server-findings.service.ts';
import type { SettledAttempt } from './settlement.ts';
import { crashed, withoutOutcome, type SettlementOptions } from './settlement.ts';
import type { Work } from './work.ts';

export interface LaneConnectionPorts {
  locks: SessionLocks;
  newConnection: NewConnection;
  delivery: EmailDelivery;
  inHand: EmailsInHand;
  findings: ServerFindings;
  settlement: () => SettlementOptions;
  log: Logger;
}

/** The lane that a connection works for. */
export interface Lane {
  next: (isOpen: boolean) => Promise<Work | null>;
  putBack: (work: Work) => void;
  connected: () => void;
  connectionFailed: (work: Work, failure: AttemptFailure, attempt: SettledAttempt) => Promise<void>;
  pause: () => void;
  hold: (work: Work, refusal: AttemptFailure) => Promise<void>;
}

/**
 * One of the connections that a server may have at a time (maxConnections), whichever process opens it: each has a number, and the lock
 * of that number. It carries one email after the other, as long as the lane has some for it.
 */
export class LaneConnection {
  readonly #lane: Lane;
  readonly #ports: LaneConnectionPorts;
  readonly #cut: AbortSignal;
  #connection: DeliveryConnection | null = null;
  #openedFor: ServerInUse | null = null;

  constructor(lane: Lane, ports: LaneConnectionPorts, cut: AbortSignal) {
    this.#lane = lane;
    this.#ports = ports;
    this.#cut = cut;
  }

  get isOpen(): boolean {
    return this.#connection?.isUsable === true;
  }

  /** Until the lane has nothing more for it. 'no slot' = the server has as many connections as it may. */
  async run(server: ServerInUse): Promise<'done' | 'no slot'> {
    const { locks } = this.#ports;
    const slot = await this.#takeSlot(server);
    if (slot === null) return 'no slot';
    try {
      for (;;) {
        const work = await this.#lane.next(this.isOpen);
        if (work === null) return 'done';
        if (this.#openedFor !== null && this.#openedFor.releasedAt !== work.server.releasedAt) {
          // Other settings, and perhaps fewer connections: another one begins with them.
          this.#lane.putBack(work);
          return 'done';
        }
        if (!(await this.#carry(work)) || !locks.holds(slot)) return 'done';
      }
    } finally {
      await this.#connection?.close();
      await locks.unlock(slot);
    }
  }

  async #takeSlot({ id, maxConnections }: ServerInUse): Promise<string | null> {
    for (let number = 1; number <= maxConnections; number++) {
      const slot = `postroom connection ${id} ${number}`;
      if (await this.#ports.locks.tryLock(slot)) return slot;
    }
    return null;
  }

  /** False = no connection came about, or the server refuses what it was made with. */
  async #carry(work: Work): Promise<boolean> {
    const connection = this.isOpen ? this.#connection : await this.#open(work);
    if (connection === null) return false;
    const result = await this.#ports.delivery.deliver(work.email, connection, this.#cut);
    await this.#after(work, result);
    return result.then !== 'settle' || result.heldBy === null;
  }

  async #open(work: Work): Promise<DeliveryConnection | null> {
    await this.#connection?.close();
    const begunAt = performance.now();
    const attempt = () => ({
      durationMs: Math.round(performance.now() - begunAt),
      tlsVersion: this.#connection?.tlsVersion ?? null,
      downgraded: this.#connection?.downgraded ?? false,
      reply: null,
    });
    try {
      this.#connection = this.#ports.newConnection(work.server);
      this.#openedFor = work.server;
      const failure = await this.#connection.open({ signal: this.#cut });
      if (failure === null) {
        this.#lane.connected();
        return this.#connection;
      }
      await this.#lane.connectionFailed(work, failure, { ...attempt(), failure: withoutOutcome(failure) });
    } catch (error) {
      this.#ports.log.error({ event: 'delivery.crashed', emailId: work.email.id, err: error });
      this.#lane.pause();
      void this.#ports.inHand.settle(crashed(work.email, attempt(), this.#ports.settlement().random));
    }
    return null;
  }

  async #after(work: Work, result: DeliveryResult): Promise<void> {
    const { inHand, findings } = this.#ports;
    switch (result.then) {
      case 'settle':
        if (result.heldBy !== null) {
          await this.#lane.hold(work, result.heldBy);
          findings.changedOnce([inHand.settle(result.settlement)]);
          return;
        }
        if (work.email.isProbe) await findings.settingsWork(work.server.id);
        void inHand.settle(result.settlement);
        return;
      case 'reconnect':
        this.#lane.putBack(work);
        return;
      case 'pause':
        this.#lane.pause();
        inHand.handBack([work.email]);
        return;
      case 'hand back':
        inHand.handBack([work.email]);
    }
  }
}
