import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { FilenameEncoding } from '../../mail/filename-encoding.ts';
import { Protocol, StartTls } from '../../smtp/index.ts';
import { nameKey, ServerKind, type SmtpServer } from './smtp-server.ts';

@Entity('smtp_server')
@Index('smtp_server_name_key_uq', ['nameKey'], { unique: true })
@Index('smtp_server_is_default_uq', ['isDefault'], { unique: true, where: '"is_default"' })
export class SmtpServerEntity implements SmtpServer {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'smtp_server_pk' })
  id: string;

  @Column('text')
  name: string;

  /** Follows `name`; sorted by code point, so that a cursor means the same in every database. */
  @Column({ type: 'text', name: 'name_key', collation: 'C' })
  nameKey: string;

  @Column('enum', { enum: ServerKind, enumName: 'server_kind' })
  kind: ServerKind;

  @Column('boolean', { name: 'is_default' })
  isDefault: boolean;

  @Column('boolean', { name: 'is_enabled' })
  isEnabled: boolean;

  @Column('enum', { enum: Protocol, enumName: 'protocol' })
  protocol: Protocol;

  @Column('text')
  hostname: string;

  @Column('integer')
  port: number;

  @Column('text', { nullable: true })
  username: string | null;

  @Column('timestamptz', { name: 'password_changed_at', nullable: true })
  passwordChangedAt: Date | null;

  @Column('text', { name: 'password_changed_by', nullable: true })
  passwordChangedBy: string | null;

  @Column('enum', { name: 'start_tls', enum: StartTls, enumName: 'start_tls' })
  startTls: StartTls;

  @Column('boolean', { name: 'allow_insecure_auth' })
  allowInsecureAuth: boolean;

  @Column('integer', { name: 'timeout_seconds' })
  timeoutSeconds: number;

  @Column('boolean', { name: 'mime_address_strict' })
  mimeAddressStrict: boolean;

  @Column('boolean', { name: 'attachment_as_url_enabled' })
  attachmentAsUrlEnabled: boolean;

  @Column('integer', { name: 'max_attachment_bytes', nullable: true })
  maxAttachmentBytes: number | null;

  @Column('enum', {
    name: 'attachment_filename_encoding',
    enum: FilenameEncoding,
    enumName: 'filename_encoding',
  })
  attachmentFilenameEncoding: FilenameEncoding;

  @Column('text', { name: 'ehlo_name', nullable: true })
  ehloName: string | null;

  @Column('text', { name: 'default_from', nullable: true })
  defaultFrom: string | null;

  @Column('text', { name: 'fax_address_template', nullable: true })
  faxAddressTemplate: string | null;

  @Column('integer', { name: 'max_connections' })
  maxConnections: number;

  @Column('integer', { name: 'messages_per_minute', nullable: true })
  messagesPerMinute: number | null;

  @Column('integer')
  revision: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  /** The secret's row and this date are written together, in one transaction. */
  get hasPassword(): boolean {
    return this.passwordChangedAt !== null;
  }

  rename(name: string): void {
    this.name = name;
    this.nameKey = nameKey(name);
  }
}
