import type { Attempt } from './attempt.ts';
import { ConnectionEnded, EndReason } from './connection-ended.ts';
import { wireAddress } from './envelope-address.ts';
import { Envelope, type RecipientOutcome } from './envelope.ts';
import { SmtpFailureCode } from './failure-code.ts';
import { outgoingMessage, type MessageSource, type OutgoingMessage } from './outgoing-message.ts';
import { Pipeline } from './pipeline.ts';
import type { Session } from './session.ts';
import type { AttemptFailure } from './smtp-failure.ts';
import type { SmtpReply } from './smtp-reply.ts';
import { SmtpStep } from './smtp-step.ts';

export interface OutgoingMail {
  /** '' = the empty reverse path. */
  from: string;
  to: readonly string[];
  /** A Buffer may have any line ends; a stored message has CRLF. */
  message: Buffer | MessageSource;
  /** The message's own headers need RFC 6531; addresses are looked at here. */
  needsSmtpUtf8?: boolean | undefined;
}

export interface TransactionOutcome {
  recipients: RecipientOutcome[];
  /** The server's words after the final dot. */
  acceptedReply: string | null;
  /** Of the whole, or of the first recipient where none was accepted. */
  failure: AttemptFailure | null;
  /**
   * The connection had carried another email before, and was closed (by 421 perhaps) before the server answered to this
   * one. Nothing was sent and nothing refused: open another connection and deliver there; that is no failed attempt.
   */
  connectionWasGone: boolean;
}

export interface TransactionOptions {
  /** Only MAIL and RCPT, then RSET: nothing is sent. */
  untilRecipients?: boolean;
  /** Awaited before the dot leaves: the last moment to record that the email may be sent, or to refuse by throwing. */
  beforeDot?: () => Promise<void>;
}

/**
 * One email over a signed-in session: MAIL, RCPT, DATA, ahead of their replies where the server offers it. Each recipient
 * has an outcome of its own; a recipient is ACCEPTED only by the verdict after the final dot (with `untilRecipients`: by
 * the reply to RCPT). The session can carry another email afterwards if it says so (`isReusable`). Throws TypeError before
 * any byte for an address that could inject something, and, with the connection ended and the dot unwritten,
 * MessageUnreadable and whatever beforeDot throws.
 */
export async function transact(
  attempt: Attempt,
  session: Session,
  mail: OutgoingMail,
  options: TransactionOptions = {},
): Promise<TransactionOutcome> {
  attempt.uses(session);
  const transaction = new Transaction(attempt, session, mail, options);
  try {
    return transaction.outcome(await transaction.run());
  } catch (error) {
    session.connection.end(EndReason.LOST);
    if (!(error instanceof ConnectionEnded)) throw error;
    return transaction.outcome(attempt.ended(error));
  }
}

class Transaction {
  readonly #attempt: Attempt;
  readonly #session: Session;
  readonly #options: TransactionOptions;
  readonly #envelope: Envelope;
  readonly #message: OutgoingMessage;
  readonly #isFirstOfSession: boolean;
  /** The server has answered to MAIL: whatever comes now is about this email. */
  #isUnderWay = false;
  #acceptedReply: string | null = null;

  constructor(attempt: Attempt, session: Session, mail: OutgoingMail, options: TransactionOptions) {
    this.#attempt = attempt;
    this.#session = session;
    this.#options = options;
    this.#envelope = new Envelope(mail);
    this.#message = outgoingMessage(mail.message, attempt.options.limits.replyMs);
    this.#isFirstOfSession = session.emails === 0;
    session.emails += 1;
  }

  /** The failure of everything that is still open, or null. */
  async run(): Promise<AttemptFailure | null> {
    const lacking = this.#checkOffers();
    if (lacking !== null) return lacking;
    const commands = this.#commands();
    const refused = (await this.#announceSender(commands)) ?? (await this.#announceRecipients(commands));
    if (refused !== null) {
      await this.#settle(commands);
      return refused;
    }
    return this.#options.untilRecipients === true ? this.#reset() : this.#sendData(commands);
  }

  outcome(failure: AttemptFailure | null): TransactionOutcome {
    const recipients = this.#envelope.outcomes(this.#attempt, failure, this.#acceptedReply);
    return {
      recipients,
      acceptedReply: this.#acceptedReply,
      failure: failure ?? this.#nobodysFailure(),
      connectionWasGone: this.#connectionWasGone(failure),
    };
  }

  /** Of the first recipient, where none is left. */
  #nobodysFailure(): AttemptFailure | null {
    const { recipients, open } = this.#envelope;
    return open.length === 0 ? (recipients[0]?.failure ?? null) : null;
  }

  /** A server that is silent, or an owner who cancels, is another matter than a connection that had its day. */
  #connectionWasGone(failure: AttemptFailure | null): boolean {
    if (this.#isFirstOfSession || this.#isUnderWay || this.#session.connection.isUsable) return false;
    return (
      failure !== null &&
      failure.code !== SmtpFailureCode.CANCELLED &&
      failure.code !== SmtpFailureCode.REPLY_TIMED_OUT
    );
  }

  /** What the server's own offers rule out, found before anything is sent. */
  #checkOffers(): AttemptFailure | null {
    const attempt = this.#attempt;
    const { smtpUtf8, maxMessageBytes } = this.#session.capabilities;
    attempt.begin(SmtpStep.MAIL);
    if (!smtpUtf8) {
      const lacking = () => attempt.fails(SmtpFailureCode.SMTPUTF8_NOT_SUPPORTED);
      if (this.#envelope.needsSmtpUtf8) return lacking();
      for (const recipient of this.#envelope.recipients) {
        if (recipient.wire.needsSmtpUtf8) recipient.failure = lacking();
      }
      const nobodys = this.#nobodysFailure();
      if (nobodys !== null) return nobodys;
    }
    const { sizeBytes } = this.#message;
    if (maxMessageBytes !== null && sizeBytes > maxMessageBytes) {
      const about = `${sizeBytes} bytes, at most ${maxMessageBytes}`;
      return attempt.fails(SmtpFailureCode.MESSAGE_TOO_LARGE, { about });
    }
    return null;
  }

  #commands(): Pipeline {
    const { connection, capabilities, isMidTransaction } = this.#session;
    const { untilRecipients = false } = this.#options;
    const lines = this.#envelope.open.map(({ wire }) => `RCPT TO:<${wire.path}>`);
    lines.unshift(this.#envelope.mailCommand(capabilities, this.#message));
    if (isMidTransaction) lines.unshift('RSET');
    if (!untilRecipients) lines.push('DATA');
    return new Pipeline(this.#attempt, connection, lines, capabilities.pipelining && !untilRecipients);
  }

  async #announceSender(commands: Pipeline): Promise<AttemptFailure | null> {
    const attempt = this.#attempt;
    const { connection } = this.#session;
    if (this.#session.isMidTransaction) {
      const reply = await commands.next();
      // No server has a reason to refuse it (RFC 5321 section 4.1.1.5); one that does is of no further use.
      if (reply.code !== 250) throw connection.end(EndReason.SHUT_DOWN, { reply });
      this.#session.isMidTransaction = false;
    }
    const reply = await commands.next();
    this.#isUnderWay = reply.code !== 421;
    if (reply.code !== 250) return attempt.refuses(reply, SmtpStep.MAIL, connection);
    this.#session.isMidTransaction = true;
    attempt.passSaying(reply);
    return null;
  }

  async #announceRecipients(commands: Pipeline): Promise<AttemptFailure | null> {
    const attempt = this.#attempt;
    const { connection } = this.#session;
    attempt.begin(SmtpStep.RCPT);
    let accepted: SmtpReply | null = null;
    for (const recipient of this.#envelope.open) {
      const reply = await commands.next();
      recipient.reply = reply;
      // 251: it forwards. 252: it cannot verify the address, and will try.
      if (reply.code >= 250 && reply.code <= 252) {
        accepted = reply;
        continue;
      }
      const failure = attempt.refuses(reply, SmtpStep.RCPT, connection);
      if (!connection.isUsable) return failure;
      recipient.failure = failure;
    }
    if (accepted === null) return this.#nobodysFailure();
    attempt.passSaying(accepted);
    return null;
  }

  /**
   * Nobody gets this email. What went out with the refused command is still answered, which changes nothing any more; a
   * server that asks for the message all the same is given an empty one, for nobody (RFC 2920 section 3.1).
   */
  async #settle(commands: Pipeline): Promise<void> {
    const { connection } = this.#session;
    try {
      while (connection.isUsable && commands.awaited > 0) {
        const reply = await commands.next();
        if (reply.code === 354 && commands.isDone) await this.#endEmptyMessage();
        // A recipient accepted without a sender might get the empty message: rather no connection than that.
        else if (reply.code < 400 || reply.code === 421) connection.end(EndReason.VIOLATION);
      }
    } catch (error) {
      if (!(error instanceof ConnectionEnded)) throw error;
    }
  }

  async #endEmptyMessage(): Promise<void> {
    const { connection } = this.#session;
    const reply = await this.#attempt.ask(connection, '.');
    if (reply.code === 421) connection.end(EndReason.LOST);
    this.#session.isMidTransaction = false;
  }

  async #reset(): Promise<null> {
    const { connection } = this.#session;
    try {
      const { code } = await this.#attempt.ask(connection, 'RSET');
      if (code === 250) this.#session.isMidTransaction = false;
    } catch (error) {
      // The recipients were approved; how the server takes leave changes nothing.
      if (!(error instanceof ConnectionEnded)) throw error;
    }
    return null;
  }

  async #sendData(commands: Pipeline): Promise<AttemptFailure | null> {
    const attempt = this.#attempt;
    const { connection } = this.#session;
    attempt.begin(SmtpStep.DATA);
    const go = await commands.next();
    if (go.code !== 354) return attempt.refuses(go, SmtpStep.DATA, connection);
    attempt.transcript.happened(`the message, ${this.#message.sizeBytes} bytes`);
    // A small message leaves with its dot: in one write, which the network takes as a whole.
    const small = this.#message.onWireWhole();
    const isQuiet =
      small !== null || (await connection.sendAll(this.#message.onWire(), () => attempt.replyBudget()));
    if (isQuiet) await this.#options.beforeDot?.();
    if (!isQuiet || connection.hasUnread) return this.#interrupted();
    connection.throwIfUnusable();

    attempt.writesDot();
    attempt.transcript.sent('.');
    if (small === null) connection.send('.\r\n');
    else connection.send(small, '.\r\n');
    const verdict = await attempt.hear(connection, attempt.budget(attempt.options.limits.afterDotMs));
    this.#session.isMidTransaction = false;
    if (verdict.code !== 250) return attempt.refuses(verdict, SmtpStep.DATA, connection);
    this.#acceptedReply = attempt.say(verdict);
    attempt.passSaying(verdict);
    return null;
  }

  /** A server that speaks before the dot has made up its mind; the dot is never written, so nothing was sent. */
  async #interrupted(): Promise<AttemptFailure> {
    const { connection } = this.#session;
    const failure = this.#attempt.refuses(await this.#attempt.hear(connection), SmtpStep.DATA, connection);
    connection.end(EndReason.LOST);
    return failure;
  }
}

/** Throws TypeError as transact would, for callers that want to know before they connect. */
export function assertSendable({ from, to }: Pick<OutgoingMail, 'from' | 'to'>): void {
  for (const address of [from, ...to]) wireAddress(address);
}
