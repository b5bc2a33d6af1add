import type { Logger } from 'pino';
import type { AttemptFailure, DeliveryConnection, RecipientOutcome } from '../../smtp/index.ts';
import { MessageUnreadable, SmtpFailureCode, type MessageSource } from '../../smtp/index.ts';
import {
  ObjectMissingError,
  StorageUnavailableError,
  verified,
  type ObjectStorage,
} from '../../storage/index.ts';
import type { GroupCommit } from '../emails/index.ts';
import type { ClaimedEmail } from './claim-emails.sql.ts';
import { outboxFailures } from './outbox-failure.ts';
import type { SettledAttempt, Settlement } from './settle-emails.sql.ts';
import { crashed, settlementOf, unreadable, withoutOutcome, type SettlementOptions } from './settlement.ts';

export interface EmailDeliveryPorts {
  storage: ObjectStorage;
  /** True = the dot may leave. */
  dots: GroupCommit<{ id: string; fence: number }, boolean>;
  log: Logger;
  settlement: () => SettlementOptions;
  monotonicMs: () => number;
}

/** What is to be done about an email that a connection has carried, or was to carry. */
export type DeliveryResult =
  | { then: 'settle'; settlement: Settlement; heldBy: AttemptFailure | null }
  /** It was not tried: another connection, another worker or a later moment is to do it. */
  | { then: 'hand back' | 'reconnect' | 'pause' }
  /** Another worker has it now. */
  | { then: 'forget' };

/** Another worker has the email, or the lease has run out: the dot must not leave. */
class LeaseLostError extends Error {}

/** The database did not say that the dot is recorded: it must not leave. */
class DotNotRecordedError extends Error {}

/** Carries one email over one connection, and says what follows from it. Never throws. */
export class EmailDelivery {
  private readonly ports: EmailDeliveryPorts;

  constructor(ports: EmailDeliveryPorts) {
    this.ports = ports;
  }

  async deliver(
    email: ClaimedEmail,
    connection: DeliveryConnection,
    signal: AbortSignal,
  ): Promise<DeliveryResult> {
    const begunAt = this.ports.monotonicMs();
    let dotRecorded = false;
    const attempt = (): Omit<SettledAttempt, 'failure'> => ({
      durationMs: Math.round(this.ports.monotonicMs() - begunAt),
      tlsVersion: connection.tlsVersion,
      downgraded: connection.downgraded,
      reply: null,
    });
    try {
      const message = this.message(email);
      const to = email.recipients.filter(({ outcome }) => outcome === null).map(({ address }) => address);
      const beforeDot = async () => {
        const mayLeave = await this.ports.dots
          .add({ id: email.id, fence: email.fence })
          .catch((cause: unknown) => {
            throw new DotNotRecordedError('the dot was not recorded', { cause });
          });
        if (!mayLeave) throw new LeaseLostError();
        dotRecorded = true;
      };
      const outcome = await connection.deliver(
        { from: email.sender, to, message, needsSmtpUtf8: email.needsSmtpUtf8 },
        { beforeDot, signal },
      );
      if (outcome.connectionWasGone) return { then: 'reconnect' };
      const { failure, acceptedReply } = outcome;
      const isStopped = failure?.code === SmtpFailureCode.CANCELLED;
      if (isStopped && !dotRecorded) return { then: 'hand back' };
      const recipients = isStopped ? outcome.recipients.map(asUncertain) : outcome.recipients;
      const settlement = settlementOf(
        email,
        recipients,
        {
          ...attempt(),
          reply: acceptedReply ?? recipients.find(({ reply }) => reply !== null)?.reply ?? null,
          failure: failure && withoutOutcome(failure),
        },
        this.ports.settlement(),
      );
      const heldBy = recipients.find(({ outcome: each }) => each === 'HELD')?.failure ?? null;
      return { then: 'settle', settlement, heldBy };
    } catch (error) {
      return this.afterError(email, error, attempt());
    }
  }

  private afterError(
    email: ClaimedEmail,
    error: unknown,
    attempt: Omit<SettledAttempt, 'failure'>,
  ): DeliveryResult {
    if (error instanceof LeaseLostError) return { then: 'forget' };
    const isUnreadable = error instanceof MessageUnreadable;
    const isAway = isUnreadable && error.cause instanceof StorageUnavailableError;
    if (error instanceof DotNotRecordedError || isAway) return { then: 'pause' };
    if (isUnreadable) {
      this.ports.log.error({ event: 'delivery.message_unreadable', emailId: email.id, err: error });
      return { then: 'settle', settlement: unreadable(email, attempt), heldBy: null };
    }
    this.ports.log.error({ event: 'delivery.crashed', emailId: email.id, err: error });
    const settlement = crashed(email, attempt, this.ports.settlement().random);
    return { then: 'settle', settlement, heldBy: null };
  }

  private message({
    id,
    content,
    storedFile,
    sizeBytes,
    needsSmtpUtf8,
  }: ClaimedEmail): Buffer | MessageSource {
    if (content !== null) return content;
    const { storage } = this.ports;
    return {
      sizeBytes,
      // What we compose is ASCII, but for an address in a header that needs more.
      isEightBit: needsSmtpUtf8,
      open: async function* () {
        if (storedFile === null) throw new ObjectMissingError(id);
        yield* verified(storedFile.id, await storage.open(storedFile.id), { ...storedFile, sizeBytes });
      },
    };
  }
}

/** We ended the connection after the dot: the server may have taken it. */
function asUncertain(recipient: RecipientOutcome): RecipientOutcome {
  if (recipient.failure?.code !== SmtpFailureCode.CANCELLED) return recipient;
  const failure = { ...outboxFailures.workerLost, code: SmtpFailureCode.OUTCOME_UNKNOWN, email: null };
  return { ...recipient, outcome: 'UNCERTAIN', failure };
}
