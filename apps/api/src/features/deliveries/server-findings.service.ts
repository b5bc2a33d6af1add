import type { Logger } from 'pino';
import type { SqlPool } from '../../database/sql-pool.ts';
import { SmtpFailureCode, type AttemptFailure } from '../../smtp/index.ts';
import type { UnusableServer } from './ports.ts';
import { holdServer, settingsChanged, type Hold } from './server-holds.sql.ts';
import { withoutOutcome } from './settlement.ts';
import type { Work } from './work.ts';

/** A password that was refused, or is missing, is never tried again by itself: many servers lock the account out. */
const NEVER_PROBED: readonly string[] = [SmtpFailureCode.AUTH_REFUSED, SmtpFailureCode.PASSWORD_MISSING];

/** What attempts find out about the settings of a server: that they are refused, or that they work again. Never throws. */
export class ServerFindings {
  readonly #ports: { pool: SqlPool; log: Logger; holdsChanged: () => void };

  /** `holdsChanged`: waiting mail may have to be held, or held mail released. */
  constructor(ports: { pool: SqlPool; log: Logger; holdsChanged: () => void }) {
    this.#ports = ports;
  }

  /** True = its mail is held; false = it could not be written, or was old news. */
  async settingsRefused({ email, server }: Work, refusal: AttemptFailure): Promise<boolean> {
    const failure = withoutOutcome(refusal);
    const mayProbe = !NEVER_PROBED.includes(failure.code);
    return this.#hold({
      serverId: server.id,
      releasedAt: server.releasedAt,
      failure,
      mayProbe,
      isProbe: email.isProbe,
    });
  }

  /** Nothing was tried; what is mended without a change in the panel (a key that is back) is found out by looking again. */
  async isUnusable(
    serverId: string,
    { releasedAt, failure }: UnusableServer,
    isProbe: boolean,
  ): Promise<void> {
    await this.#hold({ serverId, releasedAt, failure, mayProbe: true, isProbe });
  }

  /** A probe got through: what held the mail is mended. */
  async settingsWork(serverId: string): Promise<void> {
    await settingsChanged(this.#ports.pool, serverId).catch((error: unknown) => {
      this.#ports.log.warn({ event: 'delivery.release_failed', serverId, err: error });
    });
    this.#ports.log.info({ event: 'delivery.released', serverId });
    this.#ports.holdsChanged();
  }

  /** Once these are written: where the refusal was old news, they are let go again at once. */
  changedOnce(written: readonly Promise<void>[]): void {
    void Promise.all(written).then(this.#ports.holdsChanged);
  }

  async #hold(hold: Hold): Promise<boolean> {
    const { pool, log, holdsChanged } = this.#ports;
    const { serverId, failure } = hold;
    const isHeld = await holdServer(pool, hold).catch((error: unknown) => {
      log.warn({ event: 'delivery.hold_failed', serverId, err: error });
      return false;
    });
    if (isHeld) log.warn({ event: 'delivery.held', serverId, code: failure.code });
    holdsChanged();
    return isHeld;
  }
}
