import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { EmailAttachment } from './attachment.ts';
import { StoredFileEntity } from './stored-file.entity.ts';

@Entity('attachment')
@Index('attachment_email_position_uq', ['emailId', 'position'], { unique: true })
@Index('attachment_token_hash_uq', ['tokenHash'], { unique: true })
@Index('attachment_stored_file_ix', ['storedFileId'])
export class AttachmentEntity implements EmailAttachment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'attachment_pk' })
  id: string;

  @Column('uuid', { name: 'email_id' })
  emailId: string;

  /** Its place in the list of the sender, from 0. */
  @Column('integer')
  position: number;

  @Column('text')
  filename: string;

  @Column('text', { name: 'content_type' })
  contentType: string;

  @Column('integer', { name: 'size_bytes' })
  sizeBytes: number;

  @Column('text', { name: 'content_id', nullable: true })
  contentId: string | null;

  /** What a link leads to; null = the file travelled with the email, or the link has ended. */
  @Column('uuid', { name: 'stored_file_id', nullable: true })
  storedFileId: string | null;

  /** SHA-256 of the link's token: a read of this table opens no file. Null = no link. */
  @Column('bytea', { name: 'token_hash', nullable: true })
  tokenHash: Buffer | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  @Column('integer')
  downloads: number;

  @ManyToOne(() => StoredFileEntity)
  @JoinColumn({ name: 'stored_file_id', foreignKeyConstraintName: 'attachment_stored_file_fk' })
  storedFile?: StoredFileEntity | null;

  // By its name: emails know attachments, not the other way round.
  @ManyToOne('EmailEntity', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'email_id', foreignKeyConstraintName: 'attachment_email_fk' })
  email?: object;

  get isLink(): boolean {
    return this.tokenHash !== null;
  }
}
