import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { StoredFileEntity } from '../attachments/index.ts';
import { SmtpServerEntity } from '../smtp-servers/index.ts';
import type { DeliveryAttempt, Email, EmailRecipient } from './email.ts';
import type { EmailFailure } from './email.ts';
import { EmailState } from './email-state.ts';
import { recipientsOf, type StoredRecipient } from './stored-recipient.ts';

/**
 * The email's row is its job: PostgreSQL is the queue. Changed only by the statements in *.sql.ts, each with its guard; TypeORM reads it.
 */
@Entity('email')
@Index('email_idempotency_uq', ['idempotencyKey', 'callerId'], {
  unique: true,
  where: '"idempotency_key" IS NOT NULL',
})
@Check(
  'email_waiting_server_ck',
  `server_id IS NOT NULL OR state NOT IN ('QUEUED', 'SENDING', 'DEFERRED', 'HELD')`,
)
@Index('email_waiting_ix', { synchronize: false })
@Index('email_forced_ix', { synchronize: false })
@Index('email_failed_ix', { synchronize: false })
@Index('email_recipient_ix', { synchronize: false })
@Index('email_server_ix', ['serverId', 'id'])
export class EmailEntity implements Email {
  /** UUID version 7: newer ids are greater, and hold the moment of acceptance. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'email_pk' })
  id: string;

  @Column('enum', { enum: EmailState, enumName: 'email_state' })
  state: EmailState;

  @Column('uuid', { name: 'server_id', nullable: true })
  serverId: string | null;

  @Column('text', { name: 'server_name' })
  serverName: string;

  @Column('uuid', { name: 'caller_id' })
  callerId: string;

  @Column('text', { name: 'idempotency_key', nullable: true })
  idempotencyKey: string | null;

  /** SHA-256 of what was asked for; only where there is a key. */
  @Column('bytea', { name: 'content_hash', nullable: true })
  contentHash: Buffer | null;

  @Column('text', { name: 'from_mailbox' })
  from: string;

  @Column('text', { name: 'to_mailboxes', array: true })
  to: string[];

  @Column('text', { name: 'cc_mailboxes', array: true })
  cc: string[];

  @Column('text', { name: 'bcc_mailboxes', array: true })
  bcc: string[];

  @Column('text', { name: 'reply_to_mailboxes', array: true })
  replyTo: string[];

  /** The reverse path of MAIL. */
  @Column('text')
  sender: string;

  @Column('jsonb', { name: 'recipients' })
  storedRecipients: StoredRecipient[];

  /** The addresses in lower case, to look emails up by. */
  @Column('text', { name: 'recipient_keys', array: true })
  recipientKeys: string[];

  @Column('text')
  subject: string;

  @Column('text', { name: 'message_id' })
  messageId: string;

  @Column('integer', { name: 'size_bytes' })
  sizeBytes: number;

  @Column('boolean', { name: 'needs_smtp_utf8' })
  needsSmtpUtf8: boolean;

  @Column('timestamptz', { name: 'send_at', nullable: true })
  sendAt: Date | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** The next try, where one comes by itself. */
  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;

  /** Since when it is HELD: the time does not count. */
  @Column('timestamptz', { name: 'held_at', nullable: true })
  heldAt: Date | null;

  /** A person wants it tried although its server is held. */
  @Column('boolean', { name: 'is_forced', default: false })
  isForced: boolean;

  @Column('boolean', { name: 'possible_duplicate', default: false })
  possibleDuplicate: boolean;

  @Column('integer', { name: 'attempt_count', default: 0 })
  attemptCount: number;

  /** Attempts that the schedule of retries counts. */
  @Column('integer', { name: 'deferral_count', default: 0 })
  deferralCount: number;

  /** How often a worker died over it before the final dot. */
  @Column('integer', { name: 'crash_count', default: 0 })
  crashCount: number;

  @Column('uuid', { name: 'worker_id', nullable: true })
  workerId: string | null;

  /** Grows with every claim: a worker that lost the email cannot write to it any more. */
  @Column('integer', { default: 0 })
  fence: number;

  @Column('timestamptz', { name: 'claimed_at', nullable: true })
  claimedAt: Date | null;

  /** Of the settings that the attempt under way uses. */
  @Column('integer', { name: 'server_revision', nullable: true })
  serverRevision: number | null;

  /** The final dot of the attempt under way is about to leave, or has left. */
  @Column('boolean', { name: 'dot_written', default: false })
  dotWritten: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @ManyToOne(() => SmtpServerEntity, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'server_id', foreignKeyConstraintName: 'email_server_fk' })
  server?: SmtpServerEntity | null;

  get nextAttemptAt(): Date | null {
    return this.state === EmailState.QUEUED || this.state === EmailState.DEFERRED ? this.dueAt : null;
  }

  get recipients(): EmailRecipient[] {
    return recipientsOf(this.storedRecipients, this.state);
  }
}

/** The message as it goes over the wire: in its row, or in the storage where it is long. */
@Entity('email_message')
@Index('email_message_stored_file_ix', ['storedFileId'], { where: '"stored_file_id" IS NOT NULL' })
export class EmailMessageEntity {
  @PrimaryColumn('uuid', { name: 'email_id', primaryKeyConstraintName: 'email_message_pk' })
  emailId: string;

  @Column('bytea', { nullable: true })
  content: Buffer | null;

  @Column('uuid', { name: 'stored_file_id', nullable: true })
  storedFileId: string | null;

  @ManyToOne(() => EmailEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'email_id', foreignKeyConstraintName: 'email_message_email_fk' })
  email?: EmailEntity;

  @ManyToOne(() => StoredFileEntity)
  @JoinColumn({ name: 'stored_file_id', foreignKeyConstraintName: 'email_message_stored_file_fk' })
  storedFile?: StoredFileEntity | null;
}

@Entity('delivery_attempt')
export class DeliveryAttemptEntity implements DeliveryAttempt {
  @PrimaryColumn('uuid', { name: 'email_id', primaryKeyConstraintName: 'delivery_attempt_pk' })
  emailId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'delivery_attempt_pk' })
  number: number;

  @Column('integer', { name: 'server_revision' })
  serverRevision: number;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('integer', { name: 'duration_ms', nullable: true })
  durationMs: number | null;

  @Column('text', { name: 'tls_version', nullable: true })
  tlsVersion: string | null;

  @Column('boolean')
  downgraded: boolean;

  @Column('text', { nullable: true })
  reply: string | null;

  @Column('jsonb', { nullable: true })
  failure: EmailFailure | null;

  @ManyToOne(() => EmailEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'email_id', foreignKeyConstraintName: 'delivery_attempt_email_fk' })
  email?: EmailEntity;
}
