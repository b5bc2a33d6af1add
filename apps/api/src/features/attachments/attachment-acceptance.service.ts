import type { AttachmentLink } from '../../mail/attachment-links.ts';
import type { MailAttachment } from '../../mail/mail-content.ts';
import { linkExpiry, type NewAttachment } from './attachment.ts';
import type { PreparedAttachment } from './attachment.rules.ts';
import { linkTokenHash, newLinkToken } from './link-token.ts';
import type { StoredFiles } from './stored-files.service.ts';

/** The files of one email as it is accepted: what travels with it, what it links to, and what is kept of both. */
export interface AcceptedAttachments {
  /** In the order of the sender; for `insertAttachments`. */
  rows: NewAttachment[];
  /** For the composer. */
  parts: MailAttachment[];
  /** For `withAttachmentLinks`. Their addresses stand nowhere else. */
  links: AttachmentLink[];
  linksExpireAt: Date;
}

export class AttachmentAcceptance {
  private readonly files: StoredFiles;
  private readonly publicUrl: URL;
  private readonly linkDays: number;

  constructor(ports: { files: StoredFiles; publicUrl: URL; linkDays: number }) {
    this.files = ports.files;
    this.publicUrl = ports.publicUrl;
    this.linkDays = ports.linkDays;
  }

  /** Before the transaction that accepts the email: files that links lead to are durable when this resolves. Throws what the storage throws. */
  async accept(attachments: readonly PreparedAttachment[], now: Date): Promise<AcceptedAttachments> {
    const linksExpireAt = linkExpiry(now, this.linkDays);
    const accepted: AcceptedAttachments = { rows: [], parts: [], links: [], linksExpireAt };
    for (const attachment of attachments) {
      const { filename, contentType, contentId, sizeBytes, content, isLink } = attachment;
      const row: NewAttachment = { filename, contentType, contentId, sizeBytes, link: null };
      accepted.rows.push(row);
      if (!isLink) {
        accepted.parts.push(this.partOf(attachment));
        continue;
      }
      // An upload is stored already.
      const { id: storedFileId } = Buffer.isBuffer(content) ? await this.files.save(content) : content;
      const token = newLinkToken();
      row.link = { tokenHash: linkTokenHash(token), storedFileId, expiresAt: linksExpireAt };
      accepted.links.push({ filename, sizeBytes, url: `${this.publicUrl.origin}/files/${token}` });
    }
    return accepted;
  }

  private partOf({ filename, contentType, contentId, content }: PreparedAttachment): MailAttachment {
    return {
      filename,
      contentType,
      content: Buffer.isBuffer(content) ? content : this.files.source(content),
      ...(contentId !== null && { contentId }),
    };
  }
}
