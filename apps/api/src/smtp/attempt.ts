import type { AddressPolicy } from './address-policy.ts';
import type { AttemptLimits } from './attempt-limits.ts';
import type { Clock } from './clock.ts';
import type { Connection } from './connection.ts';
import { ConnectionEnded, endedCode, EndReason } from './connection-ended.ts';
import { SmtpFailureCode } from './failure-code.ts';
import { failure, type FailureFacts } from './failures.ts';
import { normaliseHostname } from './hostname.ts';
import { Redaction } from './redaction.ts';
import { refusalCode, type AnsweredStep } from './refusal-code.ts';
import type { Resolver } from './name-resolution.ts';
import { sanitise, sanitiseReply } from './sanitise-reply.ts';
import type { Session } from './session.ts';
import type { AttemptFailure } from './smtp-failure.ts';
import type { SmtpReply } from './smtp-reply.ts';
import { Protocol, type SmtpSettings } from './smtp-settings.ts';
import { SmtpStep } from './smtp-step.ts';
import { unwatched, type Progress } from './test-progress.ts';
import { Transcript } from './transcript.ts';
import type { TrustStore } from './trust-store.ts';

export interface AttemptOptions {
  limits: AttemptLimits;
  clock: Clock;
  trust: TrustStore;
  policy: AddressPolicy;
  resolver: Resolver;
  progress: Progress;
  /** Of this machine, for EHLO where the settings give none. */
  machineName: string;
  signal?: AbortSignal | undefined;
}

/**
 * One try to sign in or to send: its settings, its deadline, its record. Steps ask it how long they may wait and turn
 * what they meet into failures through it.
 */
export class Attempt {
  step: SmtpStep = SmtpStep.DNS;
  dotWritten = false;
  readonly settings: SmtpSettings;
  /** As it is looked up and verified; null where the setting is no host name. */
  readonly hostname: string | null;
  readonly redaction: Redaction;
  readonly transcript: Transcript;
  #session: Session | null = null;
  #endsAt: number;

  /** `earlier`: an attempt with the same settings, whose secrets stay secret in this one. */
  constructor(
    settings: SmtpSettings,
    readonly options: AttemptOptions,
    earlier: Attempt | null = null,
    readonly signal: AbortSignal | null = options.signal ?? null,
  ) {
    this.redaction = earlier?.redaction ?? new Redaction([settings.password]);
    this.hostname = earlier === null ? normaliseHostname(settings.hostname) : earlier.hostname;
    this.settings = earlier?.settings ?? {
      ...settings,
      hostname: this.hostname ?? sanitise(settings.hostname, this.redaction),
    };
    this.transcript = new Transcript(this.redaction);
    this.#endsAt = options.clock.monotonicMs() + options.limits.attemptMs;
    this.signal?.addEventListener('abort', this.#cancel);
  }

  /** Another try with the same settings, as for the next email over a session: with a deadline and a signal of its own. */
  another(signal: AbortSignal | null): Attempt {
    return new Attempt(this.settings, this.options, this, signal);
  }

  /** From here on failures are told by what is known of this session, and cancelling ends its connection. */
  uses(session: Session): void {
    this.#session = session;
  }

  /** The attempt is over; its connection may live on. */
  close(): void {
    this.signal?.removeEventListener('abort', this.#cancel);
  }

  begin(step: SmtpStep): void {
    this.step = step;
    this.throwIfCancelled();
    this.options.progress.begin(step);
  }

  throwIfCancelled(): void {
    if (this.signal?.aborted === true) throw new ConnectionEnded(EndReason.CANCELLED);
  }

  pass(detail: string | null): void {
    this.options.progress.pass(this.step, detail);
  }

  /** By this reply. It is made readable only where somebody reads it. */
  passSaying(reply: SmtpReply): void {
    if (this.options.progress !== unwatched) this.pass(this.say(reply));
  }

  /** So many milliseconds, or what is left of the attempt. */
  budget(milliseconds: number): number {
    return Math.max(0, Math.min(milliseconds, this.#endsAt - this.options.clock.monotonicMs()));
  }

  replyBudget(): number {
    return this.budget(this.options.limits.replyMs);
  }

  /** From here on the server may have the email, and only its verdict is waited for. */
  writesDot(): void {
    this.dotWritten = true;
    this.#endsAt += this.options.limits.attemptAfterDotMs;
  }

  /** A command, once nothing unread stands before it. `shown` is what the transcript gets in place of a secret. */
  tell(connection: Connection, line: string, shown = line): void {
    if (connection.hasUnread) throw connection.endUnasked();
    this.transcript.sent(shown);
    connection.send(`${line}\r\n`);
  }

  /** Commands that may go out in one write (RFC 2920); the server owes a reply for each. */
  tellAll(connection: Connection, lines: readonly string[]): void {
    if (connection.hasUnread) throw connection.endUnasked();
    for (const line of lines) this.transcript.sent(line);
    connection.send(`${lines.join('\r\n')}\r\n`);
  }

  /** The next reply; without a promise where it is here already, as most are that were asked for together. */
  hear(connection: Connection, timeoutMs?: number): SmtpReply | Promise<SmtpReply> {
    const reply = connection.takeReply();
    if (reply === null) return connection.reply(timeoutMs ?? this.replyBudget()).then(this.#heard);
    return this.#heard(reply);
  }

  /** A command and its reply. More words behind a reply that lets us go on are a violation: no command asked for them. */
  async ask(connection: Connection, line: string, shown = line): Promise<SmtpReply> {
    this.tell(connection, line, shown);
    const reply = await this.hear(connection);
    this.expectsQuiet(connection, reply);
    return reply;
  }

  expectsQuiet(connection: Connection, reply: SmtpReply): void {
    if (reply.code < 400 && connection.hasUnread) throw connection.endUnasked();
  }

  say(reply: SmtpReply): string {
    return sanitiseReply(reply, this.redaction);
  }

  fails(code: SmtpFailureCode, facts: Partial<FailureFacts> = {}): AttemptFailure {
    const session = this.#session;
    return failure(code, {
      step: this.step,
      settings: { ...this.settings, timeoutSeconds: this.#longestWait() },
      encrypted: session?.isEncrypted ?? false,
      startTlsOffered: session?.startTlsOffered ?? false,
      trustableSha256: session?.trustableSha256 ?? null,
      dotWritten: this.dotWritten,
      ...facts,
    });
  }

  /**
   * A 4yz or 5yz reply is a refusal. Any other that the step did not expect breaks the rules, and ends the connection;
   * so does 421, with which the server closes it.
   */
  refuses(reply: SmtpReply, step: AnsweredStep, connection: Connection): AttemptFailure {
    const facts = { step, reply, said: this.say(reply) };
    if (reply.code < 400) {
      connection.end(EndReason.VIOLATION);
      return this.fails(SmtpFailureCode.PROTOCOL_VIOLATION, facts);
    }
    if (reply.code === 421) connection.end(EndReason.LOST);
    const where = {
      step,
      encrypted: this.#session?.isEncrypted ?? false,
      hasCredentials: this.settings.username !== null,
      dotWritten: this.dotWritten,
    };
    return this.fails(refusalCode(reply, where), facts);
  }

  ended({ reason, details }: ConnectionEnded): AttemptFailure {
    if (details.byTlsAlert === true && this.#isFirstWordInTls()) {
      const step = this.settings.protocol === Protocol.SMTPS ? SmtpStep.TLS : SmtpStep.STARTTLS;
      return this.fails(SmtpFailureCode.TLS_HANDSHAKE_FAILED, { step, about: 'the server broke it off' });
    }
    const { reply } = details;
    if (reply !== undefined) this.transcript.heard(reply);
    const said = reply === undefined ? {} : { reply, said: this.say(reply) };
    return this.fails(endedCode(reason, this.step, this.dotWritten), said);
  }

  /** In TLS 1.3 the server's last word on the handshake comes after ours, where its first reply is expected. */
  #isFirstWordInTls(): boolean {
    const first = this.settings.protocol === Protocol.SMTPS ? SmtpStep.GREETING : SmtpStep.EHLO;
    return this.step === first && this.#session?.isEncrypted === true;
  }

  /** Of a test no step takes longer than the whole. */
  #longestWait(): number {
    return Math.min(this.settings.timeoutSeconds, this.options.limits.attemptMs / 1000);
  }

  readonly #heard = (reply: SmtpReply): SmtpReply => {
    this.transcript.heard(reply);
    return reply;
  };

  readonly #cancel = (): void => {
    this.#session?.connection.end(EndReason.CANCELLED);
  };
}
