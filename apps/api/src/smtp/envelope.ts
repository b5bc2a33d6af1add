import type { Attempt } from './attempt.ts';
import type { Capabilities } from './capabilities.ts';
import { wireAddress, type WireAddress } from './envelope-address.ts';
import { EmailOutcome } from './failure-code.ts';
import type { OutgoingMessage } from './outgoing-message.ts';
import type { AttemptFailure } from './smtp-failure.ts';
import type { SmtpReply } from './smtp-reply.ts';

export interface RecipientOutcome {
  address: string;
  outcome: EmailOutcome;
  /** The server's last words about this recipient, sanitised. */
  reply: string | null;
  failure: AttemptFailure | null;
}

export interface Recipient {
  address: string;
  wire: WireAddress;
  /** To RCPT. */
  reply: SmtpReply | null;
  failure: AttemptFailure | null;
}

/** From whom to whom, and what has become of each recipient so far. */
export class Envelope {
  readonly from: WireAddress;
  readonly recipients: readonly Recipient[];
  readonly #needsSmtpUtf8: boolean;

  /** Throws TypeError for an address that could inject something. */
  constructor(mail: { from: string; to: readonly string[]; needsSmtpUtf8?: boolean | undefined }) {
    this.from = wireAddress(mail.from);
    this.recipients = mail.to.map((address) => ({
      address,
      wire: wireAddress(address),
      reply: null,
      failure: null,
    }));
    this.#needsSmtpUtf8 = mail.needsSmtpUtf8 === true || this.from.needsSmtpUtf8;
  }

  /** Whoever was not refused. */
  get open(): Recipient[] {
    return this.recipients.filter(({ failure }) => failure === null);
  }

  /** Nobody can get it without SMTPUTF8: sender and headers are for all. */
  get needsSmtpUtf8(): boolean {
    return this.#needsSmtpUtf8;
  }

  /** RFC 1870, 6152 and 6531. Eight-bit content goes out as it is even where 8BITMIME is not offered, as MTAs do. */
  mailCommand({ size, eightBitMime, smtpUtf8 }: Capabilities, message: OutgoingMessage): string {
    const isUtf8 =
      smtpUtf8 && (this.#needsSmtpUtf8 || this.recipients.some(({ wire }) => wire.needsSmtpUtf8));
    const sized = size ? ` SIZE=${message.sizeBytes}` : '';
    const eightBit = eightBitMime && message.isEightBit ? ' BODY=8BITMIME' : '';
    return `MAIL FROM:<${this.from.path}>${sized}${eightBit}${isUtf8 ? ' SMTPUTF8' : ''}`;
  }

  /** `failure`: of all who are still open; `verdict`: what the server said about them, where it accepted. */
  outcomes(attempt: Attempt, failure: AttemptFailure | null, verdict: string | null): RecipientOutcome[] {
    return this.recipients.map(({ address, reply, failure: own }) => {
      const said = reply === null ? null : () => attempt.say(reply);
      if (own !== null) return outcomeOf(address, own, said?.() ?? null);
      if (failure !== null) return outcomeOf(address, failure, null);
      return { address, outcome: EmailOutcome.ACCEPTED, reply: verdict ?? said?.() ?? null, failure: null };
    });
  }
}

function outcomeOf(address: string, failure: AttemptFailure, reply: string | null): RecipientOutcome {
  return { address, outcome: failure.email ?? EmailOutcome.DEFERRED, reply, failure };
}
