import { v7 as newId } from 'uuid';
import { withAttachmentLinks } from '../../mail/attachment-links.ts';
import type { MailContent } from '../../mail/mail-content.ts';
import { composeMessageStream, type ComposedMessage } from '../../mail/mime-message.ts';
import {
  type AcceptedAttachments,
  type AttachmentAcceptance,
  type PreparedAttachment,
  type StoredFiles,
} from '../attachments/index.ts';
import type { SmtpServer } from '../smtp-servers/index.ts';
import { envelopeOf, type Parties } from './email.rules.ts';
import type { SendEmail } from './email.requests.ts';
import type { NewEmail, StoredMessage } from './insert-emails.sql.ts';

/** Longer messages go to the storage, synced before the email is acknowledged. */
export const LONGEST_IN_ROW = 256 * 1024;

export interface ToCompose {
  input: SendEmail;
  server: SmtpServer;
  parties: Parties;
  attachments: readonly PreparedAttachment[];
  callerId: string;
  createdAt: Date;
  contentHash: Buffer | null;
}

/** Makes the row and the message of an email, once: every attempt sends the same octets. */
export class Composition {
  private readonly ports: { files: StoredFiles; attachments: AttachmentAcceptance };

  constructor(ports: Composition['ports']) {
    this.ports = ports;
  }

  /** Everything that the row refers to is durable when this resolves. Throws what the storage throws. */
  async compose(email: ToCompose): Promise<NewEmail> {
    const { input, server, parties, callerId, createdAt, contentHash } = email;
    // In the order of the calls, within a millisecond too: the list shows them so.
    const id = newId();
    const messageId = messageIdOf(id, parties.from.domain);
    const accepted = await this.ports.attachments.accept(email.attachments, createdAt);
    const composed = composeMessageStream(contentOf(email, accepted, { messageId, date: createdAt }));
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
      sizeBytes: composed.sizeBytes,
      needsSmtpUtf8: composed.needsSmtpUtf8,
      sendAt: input.sendAt ?? null,
      createdAt,
      message: await this.stored(composed),
      attachments: accepted.rows,
    };
  }

  private async stored(message: ComposedMessage): Promise<StoredMessage> {
    if (message.sizeBytes <= LONGEST_IN_ROW) return { content: await message.whole() };
    return { storedFileId: (await this.ports.files.save(message.octets())).id };
  }
}

/** RFC 5322 section 3.6.4. The email's id within it makes a Message-ID as good a way to find the email. */
function messageIdOf(emailId: string, domain: string): string {
  return `<${emailId.replaceAll('-', '')}@${domain}>`;
}

function contentOf(
  { input, server, parties }: ToCompose,
  { parts, links, linksExpireAt }: AcceptedAttachments,
  facts: Pick<MailContent, 'messageId' | 'date'>,
): MailContent {
  const body = {
    ...(typeof input.text === 'string' && { text: input.text }),
    ...(typeof input.html === 'string' && { html: input.html }),
  };
  return {
    ...facts,
    ...withAttachmentLinks(body, links, { expiresAt: linksExpireAt }),
    from: parties.from,
    to: parties.to,
    cc: parties.cc,
    ...(parties.replyTo.length > 0 && { replyTo: parties.replyTo }),
    subject: input.subject,
    headers: input.headers ?? [],
    attachments: parts,
    attachmentFilenameEncoding: server.attachmentFilenameEncoding,
  };
}
