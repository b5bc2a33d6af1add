import { In, IsNull, Not, type DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { notFound, type NotFound } from '../../refusals/refusal.ts';
import type { Caller } from '../access/index.ts';
import type { AuditLog } from '../audit/index.ts';
import { AttachmentEntity } from './attachment.entity.ts';
import type { EmailAttachment } from './attachment.ts';

/** Whether a caller may change what belongs to an email: a token may be limited to some servers. Emails come later than attachments. */
export type MayManageEmail = (emailId: string, caller: Caller) => Promise<boolean>;

/** What is kept of the attachments of accepted emails. */
export class Attachments {
  private readonly dataSource: DataSource;
  private readonly audit: AuditLog;
  private readonly now: () => Date;
  private readonly mayManageEmail: MayManageEmail;

  constructor(ports: {
    dataSource: DataSource;
    audit: AuditLog;
    now: () => Date;
    mayManageEmail: MayManageEmail;
  }) {
    this.dataSource = ports.dataSource;
    this.audit = ports.audit;
    this.now = ports.now;
    this.mayManageEmail = ports.mayManageEmail;
  }

  /** Those of each email in the sender's order, in one query for all. */
  async ofEmails(emailIds: readonly string[]): Promise<ReadonlyMap<string, EmailAttachment[]>> {
    const found = await this.dataSource.getRepository(AttachmentEntity).find({
      where: { emailId: In([...emailIds]) },
      order: { emailId: 'ASC', position: 'ASC' },
    });
    return new Map(
      emailIds.map((emailId) => [emailId, found.filter((attachment) => attachment.emailId === emailId)]),
    );
  }

  /** The link leads nowhere from now on. Once more changes nothing. */
  async revokeLink(id: string, caller: Caller): Promise<EmailAttachment | NotFound> {
    return this.dataSource.transaction(async (manager) => {
      const attachment = isUuid(id)
        ? await manager.findOneBy(AttachmentEntity, { id, tokenHash: Not(IsNull()) })
        : null;
      if (attachment === null || !(await this.mayManageEmail(attachment.emailId, caller))) {
        return notFound('There is no link of an attachment with this id: its email may have been deleted.');
      }
      const revokedAt = this.now();
      const { affected } = await manager.update(AttachmentEntity, { id, revokedAt: IsNull() }, { revokedAt });
      if (affected !== 1) return manager.findOneByOrFail(AttachmentEntity, { id });
      await this.audit.record(manager, {
        caller,
        action: 'attachmentLink.revoked',
        subject: attachment.filename,
        changes: [{ field: 'emailId', before: attachment.emailId, after: attachment.emailId }],
      });
      attachment.revokedAt = revokedAt;
      return attachment;
    });
  }
}
