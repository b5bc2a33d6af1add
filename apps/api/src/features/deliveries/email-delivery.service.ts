import type { Logger } from 'pino';
import type { AttemptFailure, DeliveryConnection, RecipientOutcome } from '../../smtp/index.ts';
import { EmailOutcome, MessageUnreadable, SmtpFailureCode, type MessageSource } from '../../smtp/index.ts';
import {
  ObjectMissingError,
  StorageUnavailableError,
  verified,
  type ObjectStorage,
} from '../../storage/index.ts';
import type { GroupCommit } from '../emails/index.ts';
import type { ClaimedEmail } from './claimed-email.ts';
import { outboxFailures } from './outbox-failure.ts';
import type { SettledAttempt, Settlement } from './settlement.ts';
import {
  crashed,
  deferred,
  settlementOf,
  unreadable,
  verdictLost,
  withoutOutcome,
  type SettlementOptions,
} from './settlement.ts';

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
  | { then: 'hand back' | 'reconnect' | 'pause' };

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
    const dot = { isRecorded: false };
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
        dot.isRecorded = true;
      };
      const outcome = await connection.deliver(
        { from: email.sender, to, message, needsSmtpUtf8: email.needsSmtpUtf8 },
        { beforeDot, signal },
      );
      if (outcome.connectionWasGone) return { then: 'reconnect' };
      const { acceptedReply, recipients, failure } = outcome;
      if (failure?.code === SmtpFailureCode.CANCELLED) {
        return dot.isRecorded ? this.lostVerdict(email, recipients, attempt()) : { then: 'hand back' };
      }
      const settled = {
        ...attempt(),
        reply: acceptedReply ?? recipients.find(({ reply }) => reply !== null)?.reply ?? null,
        failure: failure && withoutOutcome(failure),
      };
      const heldBy = recipients.find(({ outcome: each }) => each === EmailOutcome.HELD)?.failure ?? null;
      return {
        then: 'settle',
        settlement: settlementOf(email, recipients, settled, this.ports.settlement()),
        heldBy,
      };
    } catch (error) {
      return this.afterError(email, error, attempt(), dot.isRecorded);
    }
  }

  private afterError(
    email: ClaimedEmail,
    error: unknown,
    attempt: Omit<SettledAttempt, 'failure'>,
    dotRecorded: boolean,
  ): DeliveryResult {
    const { log, settlement: options } = this.ports;
    // Where it is still ours after all, it goes back; where it is not, that changes nothing.
    if (error instanceof LeaseLostError) return { then: 'hand back' };
    if (error instanceof DotNotRecordedError) return { then: 'pause' };
    if (error instanceof MessageUnreadable && error.cause instanceof StorageUnavailableError) {
      log.warn({ event: 'delivery.storage_unavailable', emailId: email.id, err: error });
      const settlement = deferred(email, outboxFailures.storageUnavailable, attempt, options().random);
      return { then: 'settle', settlement, heldBy: null };
    }
    if (error instanceof MessageUnreadable) {
      log.error({ event: 'delivery.message_unreadable', emailId: email.id, err: error });
      return { then: 'settle', settlement: unreadable(email, attempt), heldBy: null };
    }
    log.error({ event: 'delivery.crashed', emailId: email.id, err: error });
    if (dotRecorded) return this.lostVerdict(email, [], attempt);
    return { then: 'settle', settlement: crashed(email, attempt, options().random), heldBy: null };
  }

  /** We ended the connection after the dot: the server may have taken it for whom it had not refused by then. */
  private lostVerdict(
    email: ClaimedEmail,
    told: readonly RecipientOutcome[],
    attempt: Omit<SettledAttempt, 'failure'>,
  ): DeliveryResult {
    const refused = told.filter(({ failure }) => failure?.code !== SmtpFailureCode.CANCELLED);
    const settlement = verdictLost(email, refused, attempt, this.ports.settlement());
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
