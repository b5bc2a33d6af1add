import type { Logger } from 'pino';
import type { SqlPool } from '../../database/sql-pool.ts';
import { claimEmails, claimProbe } from './claim-emails.sql.ts';
import type { EmailsInHand } from './emails-in-hand.service.ts';
import type { LoadServer, ServerInUse } from './ports.ts';
import type { ServerFindings } from './server-findings.service.ts';
import { readReleasedAt } from './server-holds.sql.ts';
import { expired } from './settlement.ts';
import type { Work } from './work.ts';

export interface LaneMailPorts {
  pool: SqlPool;
  workerId: string;
  loadServer: LoadServer;
  inHand: EmailsInHand;
  findings: ServerFindings;
  log: Logger;
}

/** What the lane is asked and told. */
export interface LaneOfMail {
  /** Emails to be in hand at a time. */
  mostClaimed: () => number;
  /** More emails came in one claim than whoever asked for it can carry. */
  cameMany: () => void;
  /** The settings are others: what was found out about the server counts no more. */
  settingsChanged: () => void;
  /** The database did not answer: begin nothing for a while. */
  pause: () => void;
}

/** The mail of a lane that is claimed and not begun, with the settings that it was claimed for. */
export class LaneMail {
  readonly #serverId: string;
  readonly #lane: LaneOfMail;
  readonly #ports: LaneMailPorts;
  readonly #claimed: Work[] = [];
  #claiming: Promise<void> | null = null;
  #checking: Promise<boolean> | null = null;
  #server: ServerInUse | null = null;
  #isHeld: boolean;
  #mayHaveMore = true;
  #mustCheck = false;

  constructor(serverId: string, isHeld: boolean, lane: LaneOfMail, ports: LaneMailPorts) {
    this.#serverId = serverId;
    this.#isHeld = isHeld;
    this.#lane = lane;
    this.#ports = ports;
  }

  /** The server refuses its settings: of the mail that waits for it one email may be tried. */
  get isHeld(): boolean {
    return this.#isHeld;
  }

  /** null = not read yet, or not usable. */
  get server(): ServerInUse | null {
    return this.#server;
  }

  get isClaimed(): boolean {
    return this.#claimed.length > 0;
  }

  /** May there be an email for another connection? */
  get isDue(): boolean {
    return this.isClaimed || this.#mayHaveMore;
  }

  get mustCheck(): boolean {
    return this.#mustCheck;
  }

  /** Nothing in hand does not mean that nothing is due. */
  get mustLookAgain(): boolean {
    return this.#mayHaveMore || this.#mustCheck;
  }

  /** `isHeld`: where that is known. */
  mayHaveMore(isHeld = this.#isHeld): void {
    this.#isHeld = isHeld;
    this.#mayHaveMore = true;
  }

  /** The settings may be others now. */
  checkSettings(): void {
    this.#mustCheck = true;
  }

  /** The next email; null = none is in hand, and there is none to claim unless `mustLookAgain`. */
  async take(): Promise<Work | null> {
    if (this.#mustCheck) await this.haveSettingsChanged();
    // While the next claim is on its way the connections have the other half.
    if (this.#mayHaveMore && this.#claimed.length <= this.#lane.mostClaimed() / 2) {
      const filling = this.#fill();
      if (!this.isClaimed) await filling;
    }
    return this.#claimed.shift() ?? null;
  }

  /** It was not begun: the next connection is to carry it. */
  putBack(work: Work): void {
    this.#claimed.unshift(work);
  }

  /** Everything that is claimed, for whoever knows what becomes of it. */
  takeAll(): Work[] {
    return this.#claimed.splice(0);
  }

  /** For other lanes, and other times. */
  giveBack(): void {
    this.#ports.inHand.handBack(this.takeAll().map(({ email }) => email));
  }

  /** The lane has ended: a claim that is still on its way is given back too. */
  async close(): Promise<void> {
    await this.#claiming;
    this.giveBack();
  }

  async load(): Promise<ServerInUse | null> {
    this.#server ??= await this.#readServer();
    // Whoever polls looks again.
    if (this.#server === null) this.#mayHaveMore = false;
    return this.#server;
  }

  async #readServer(): Promise<ServerInUse | null> {
    const server = await this.#ports.loadServer(this.#serverId);
    if (server === null || !('failure' in server)) return server;
    await this.#ports.findings.isUnusable(this.#serverId, server, this.#isHeld);
    return null;
  }

  /** Gives back what was claimed for other settings than there are now. Looks once, however many ask. */
  haveSettingsChanged(): Promise<boolean> {
    this.#mustCheck = false;
    this.#checking ??= this.#dropOldSettings()
      .catch(() => {
        this.#lane.pause();
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
    this.giveBack();
    this.#mayHaveMore = true;
    this.#lane.settingsChanged();
    return true;
  }

  /** Claims what is due, as far as there is room for it. One claim at a time. */
  #fill(): Promise<void> {
    this.#claiming ??= this.#claim()
      .catch((error: unknown) => {
        this.#lane.pause();
        this.#ports.log.warn({ event: 'delivery.claim_failed', serverId: this.#serverId, err: error });
      })
      .finally(() => {
        this.#claiming = null;
      });
    return this.#claiming;
  }

  async #claim(): Promise<void> {
    this.#mayHaveMore = false;
    const server = await this.load();
    if (server === null) return;
    const { id, revision, releasedAt } = server;
    const { pool, workerId, inHand } = this.#ports;
    const claim = { serverId: id, revision, releasedAt, workerId };
    const emails = this.#isHeld
      ? await claimProbe(pool, claim)
      : await claimEmails(pool, { ...claim, limit: this.#lane.mostClaimed() });
    if (emails.length === 0) this.#mustCheck = true;
    else this.#mayHaveMore = !this.#isHeld;
    for (const email of emails) {
      inHand.add(email);
      if (email.secondsLeft > 0) this.#claimed.push({ email, server });
      else void inHand.settle(expired(email));
    }
    if (emails.length > 1) this.#lane.cameMany();
  }
}
