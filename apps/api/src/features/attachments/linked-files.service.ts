import { IsNull, MoreThan, type DataSource } from 'typeorm';
import { AttachmentEntity } from './attachment.entity.ts';
import { isLinkToken, linkTokenHash } from './link-token.ts';
import type { StoredFile } from './stored-file.ts';

/** What a link leads to. */
export interface LinkedFile {
  attachmentId: string;
  filename: string;
  file: StoredFile;
}

/** Links as their readers open them. The token is all that a reader has and needs. */
export class LinkedFiles {
  private readonly dataSource: DataSource;
  private readonly now: () => Date;

  constructor(dataSource: DataSource, now: () => Date) {
    this.dataSource = dataSource;
    this.now = now;
  }

  /** null = the token is wrong, or its link has expired or was revoked: one statement for all of them, so that they take the same time. */
  async find(token: string): Promise<LinkedFile | null> {
    if (!isLinkToken(token)) return null;
    const found = await this.dataSource.getRepository(AttachmentEntity).findOne({
      where: { tokenHash: linkTokenHash(token), revokedAt: IsNull(), expiresAt: MoreThan(this.now()) },
      relations: { storedFile: true },
    });
    const { id, sizeBytes = null, sha256 = null } = found?.storedFile ?? {};
    if (!found || id === undefined || sizeBytes === null || sha256 === null) return null;
    return { attachmentId: found.id, filename: found.filename, file: { id, sizeBytes, sha256 } };
  }

  async countDownload({ attachmentId }: LinkedFile): Promise<void> {
    await this.dataSource.manager.increment(AttachmentEntity, { id: attachmentId }, 'downloads', 1);
  }
}
