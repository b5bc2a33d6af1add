import { SmtpFailureCode, type AttemptFailure } from '../../smtp/index.ts';
import { LaneConnection, type LaneConnectionPorts } from './lane-connection.service.ts';
import { LaneMail, type LaneMailPorts } from './lane-mail.service.ts';
import { sharedFailure, type SettledAttempt } from './settlement.ts';
import { Wake } from './wake.service.ts';
import type { Work } from './work.ts';

export type ServerLanePorts = LaneConnectionPorts & LaneMailPorts;

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
  readonly #mail: LaneMail;
  readonly #connections = new Set<LaneConnection>();
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
    this.#signals = signals;
    this.#ports = ports;
    const lane = {
      mostClaimed: () => this.#mostClaimed(),
      cameMany: this.#wake.all,
      settingsChanged: () => {
        this.#failures = 0;
        this.#crowded.until = 0;
      },
      pause: () => {
        this.pause();
      },
    };
    this.#mail = new LaneMail(serverId, isHeld, lane, ports);
  }

  /** There may be more mail. `isHeld`: where that is known. */
  wake(isHeld?: boolean): void {
    this.#mail.mayHaveMore(isHeld);
    this.#wake.all();
  }

  /** The settings may be others now. What was claimed for the old ones is given back then, and a pause ends. */
  checkSettings(): void {
    this.#mail.checkSettings();
    this.#wake.all();
  }

  /** Works until there is nothing more to do, or until it is stopped. Never throws. */
  async run(): Promise<void> {
    const { stop } = this.#signals;
    stop.addEventListener('abort', this.#wake.all);
    while (!stop.aborted) {
      if (this.#mail.mustCheck && this.#mail.isClaimed) await this.#mail.haveSettingsChanged();
      else if (this.#isPaused) await this.#pause();
      else if (this.#needsConnection()) this.#openAnother();
      else if (this.#connections.size === 0) break;
      else await this.#wake.wait(IDLE_MS);
    }
    while (this.#connections.size > 0) await this.#wake.wait(IDLE_MS);
    await this.#mail.close();
    stop.removeEventListener('abort', this.#wake.all);
  }

  /** The next email for a connection; null = there is none, or none is to be begun. An open connection waits a while for one. */
  async next(isOpen: boolean): Promise<Work | null> {
    const until = performance.now() + (isOpen ? IDLE_MS : 0);
    while (!this.#signals.stop.aborted && !this.#isPaused) {
      const work = await this.#mail.take();
      if (work !== null) {
        if (this.#needsConnection()) this.#openAnother();
        return work;
      }
      if (this.#mail.mustLookAgain) continue;
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
    this.#mail.putBack(work);
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
    const emails = [work, ...this.#mail.takeAll()].map(({ email }) => email);
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
      this.#mail.isDue &&
      this.#idle === 0 &&
      (isFirst || this.#openConnections() > 0) &&
      this.#connections.size < this.#mostConnections() &&
      performance.now() >= this.#noSlotUntil
    );
  }

  #mostConnections(): number {
    if (this.#mail.isHeld || this.#failures > 0) return 1;
    const allowed = this.#mail.server?.maxConnections ?? 1;
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
    const server = await this.#mail.load();
    if (server !== null && (await connection.run(server)) === 'no slot') {
      this.#noSlotUntil = performance.now() + NO_SLOT_MS;
    }
  }

  /** What is under way goes on; nothing is begun. Other settings end it. */
  async #pause(): Promise<void> {
    this.#mail.giveBack();
    while (!this.#signals.stop.aborted && performance.now() < this.#pauseUntil) {
      if (this.#mail.mustCheck && (await this.#mail.haveSettingsChanged())) break;
      await this.#wake.wait(this.#pauseUntil - performance.now());
    }
    this.#mail.giveBack();
    this.#isPaused = false;
    this.#mail.mayHaveMore();
  }
}
