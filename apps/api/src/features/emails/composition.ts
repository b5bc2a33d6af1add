import { randomUUID } from 'node:crypto';
import { v7 as newId } from 'uuid';
import type { MailContent } from '../../mail/mail-content.ts';
import type { InputProblem } from '../../refusals/refusal.ts';
import type { ObjectStorage } from '../../storage/index.ts';
import type { SmtpServer } from '../smtp-servers/index.ts';
import { envelopeOf, type Parties } from './email.rules.ts';
import type { SendEmail } from './email.requests.ts';
import type { NewEmail, StoredMessage } from './insert-emails.sql.ts';

/** A longer message goes to the storage, synced before the email is acknowledged. */
export const LONGEST_IN_ROW = 256 * 1024;

export interface ToCompose {
  input: SendEmail;
  server: SmtpServer;
  parties: Parties;
  callerId: string;
  createdAt: Date;
  contentHash: Buffer | null;
}

/** Makes the row and the message of an email, once: every attempt sends the same octets. */
export class Composition {
  private readonly ports: {
    storage: ObjectStorage;
    composeMessage: (mail: MailContent) => Promise<Buffer>;
  };

  constructor(ports: Composition['ports']) {
    this.ports = ports;
  }

  problems(input: SendEmail, _server: SmtpServer): InputProblem[] {
    return (input.attachments ?? []).map((_, index) => ({
      path: `attachments[${index}]`,
      code: 'TYPE_NOT_ALLOWED' as const,
      message: 'Leave the attachments out: this version does not send them yet.',
    }));
  }

  async compose({ input, server, parties, callerId, createdAt, contentHash }: ToCompose): Promise<NewEmail> {
    const id = newId({ msecs: createdAt.getTime() });
    const messageId = messageIdOf(id, parties.from.domain);
    const octets = await this.ports.composeMessage(contentOf(input, parties, { messageId, date: createdAt }));
    const envelope = envelopeOf(parties);
    return {
      id,
      serverId: server.id,
      serverName: server.name,
      callerId,
      idempotencyKey: contentHash === null ? null : (input.idempotencyKey ?? null),
      contentHash,
      from: input.from ?? server.defaultFrom ?? '',
      to: input.to,
      cc: input.cc ?? [],
      bcc: input.bcc ?? [],
      replyTo: input.replyTo ?? [],
      sender: parties.from.address,
      recipients: envelope.map((address) => ({ address, outcome: null, reply: null, failure: null })),
      recipientKeys: envelope.map((address) => address.toLowerCase()),
      subject: input.subject,
      messageId,
      sizeBytes: octets.length,
      needsSmtpUtf8: needsSmtpUtf8(parties),
      sendAt: input.sendAt ?? null,
      createdAt,
      message: await this.stored(octets),
    };
  }

  /** For an email that was composed and not stored after all. */
  async discard({ message }: NewEmail): Promise<void> {
    if ('storageKey' in message) await this.ports.storage.delete(message.storageKey);
  }

  private async stored(content: Buffer): Promise<StoredMessage> {
    if (content.length <= LONGEST_IN_ROW) return { content };
    const storageKey = randomUUID();
    const { sha256 } = await this.ports.storage.put(storageKey, content);
    return { storageKey, sha256 };
  }
}

/** RFC 5322 section 3.6.4. The email's id within it makes a Message-ID as good a way to find the email. */
export function messageIdOf(emailId: string, domain: string): string {
  return `<${emailId.replaceAll('-', '')}@${domain}>`;
}

function contentOf(
  input: SendEmail,
  parties: Parties,
  facts: Pick<MailContent, 'messageId' | 'date'>,
): MailContent {
  const [replyTo] = parties.replyTo;
  return {
    ...facts,
    from: parties.from,
    to: parties.to,
    cc: parties.cc,
    ...(replyTo && { replyTo }),
    subject: input.subject,
    ...(typeof input.text === 'string' && { text: input.text }),
    ...(typeof input.html === 'string' && { html: input.html }),
    headers: Object.fromEntries((input.headers ?? []).map(({ name, value }) => [name, value])),
  };
}

function needsSmtpUtf8({ from, to, cc, replyTo }: Parties): boolean {
  return [from, ...to, ...cc, ...replyTo].some((mailbox) => mailbox.needsSmtpUtf8);
}
