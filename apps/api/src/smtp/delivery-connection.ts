import { Attempt, type AttemptOptions } from './attempt.ts';
import { deliveryLimits, type AttemptLimits } from './attempt-limits.ts';
import { openSession } from './open-session.ts';
import type { TlsDetails } from './presented-certificate.ts';
import { quit } from './quit.ts';
import type { Session } from './session.ts';
import type { AttemptFailure } from './smtp-failure.ts';
import type { SmtpSettings } from './smtp-settings.ts';
import { unwatched } from './test-progress.ts';
import { transact, type OutgoingMail, type TransactionOutcome } from './transaction.ts';

export interface DeliveryConnectionOptions extends Omit<AttemptOptions, 'limits' | 'progress' | 'signal'> {
  limits?: Partial<AttemptLimits> | undefined;
}

export interface DeliveryOptions {
  /** Awaited before the final dot leaves. A rejection ends the connection without the dot, and is thrown by deliver(). */
  beforeDot?: () => Promise<void>;
  /** Stops this email alone; the connection ends with it, because nothing else stops a server. */
  signal?: AbortSignal | undefined;
}

/**
 * One connection of the outbox's pool: signed in once, it carries one email after the other.
 *
 *     const connection = new DeliveryConnection(settings, options);
 *     const failure = await connection.open();             // every email that waits for it shares this failure
 *     while (connection.isUsable && (email = next())) {
 *       const outcome = await connection.deliver(email, { beforeDot });
 *       if (outcome.connectionWasGone) putBack(email);     // idle for too long: open another, no attempt was made
 *     }
 *     await connection.close();
 *
 * Emails do not share anything but the connection: each has its own deadline, its own signal, its own outcome. One that
 * is refused leaves the connection usable (RSET goes ahead of the next one); one that is lost, stopped or answered out of
 * order ends it. Settings that changed need a new connection: this one goes on with those it was opened with.
 */
export class DeliveryConnection {
  readonly #opening: Attempt;
  #session: Session | null = null;
  #isSignedIn = false;

  constructor(settings: SmtpSettings, options: DeliveryConnectionOptions) {
    const limits = { ...deliveryLimits(settings.timeoutSeconds), ...options.limits };
    this.#opening = new Attempt(settings, { ...options, limits, progress: unwatched });
  }

  /** Open, signed in, and nothing unread on it. Look before each email: servers close what is idle. */
  get isUsable(): boolean {
    return this.#isSignedIn && this.#session?.isReusable === true;
  }

  /** null = in clear. After a failed open() too, as far as it got. */
  get tls(): TlsDetails | null {
    return this.#session?.tls ?? null;
  }

  /** `TLSv1.3`; null = in clear. */
  get tlsVersion(): string | null {
    return this.tls?.version ?? null;
  }

  /** StartTLS was wanted (ENABLED), and the connection is in clear. */
  get downgraded(): boolean {
    return this.#session?.downgraded ?? false;
  }

  /** From DNS to AUTH, once. null = the connection is usable; after a failure it is closed. */
  async open({ signal }: { signal?: AbortSignal | undefined } = {}): Promise<AttemptFailure | null> {
    const attempt = this.#opening.another(signal ?? null);
    try {
      const { session, failure } = await openSession(attempt);
      this.#session = session;
      this.#isSignedIn = failure === null;
      if (failure !== null) await this.close();
      return failure;
    } finally {
      attempt.close();
    }
  }

  /**
   * Never throws for what a server or a network can cause; throws what beforeDot throws, and TypeError for an address
   * that no rule can have approved.
   */
  async deliver(
    mail: OutgoingMail,
    { beforeDot, signal }: DeliveryOptions = {},
  ): Promise<TransactionOutcome> {
    if (this.#session === null || !this.#isSignedIn)
      throw new Error('deliver() needs a connection that open() made');
    const attempt = this.#opening.another(signal ?? null);
    try {
      return await transact(attempt, this.#session, mail, beforeDot === undefined ? {} : { beforeDot });
    } finally {
      attempt.close();
    }
  }

  /** Says goodbye if anybody is there to hear it. */
  async close(): Promise<void> {
    if (this.#session !== null) await quit(this.#opening.another(null), this.#session);
  }
}
