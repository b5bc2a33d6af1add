import type { Queryable } from '../../database/sql-pool.ts';
import type { NewAttachment } from '../attachments/index.ts';
import { LIFETIME_DAYS } from './email.ts';
import type { EmailState } from './email-state.ts';
import type { StoredRecipient } from './stored-recipient.ts';

/** Everything of an email that is known before it is stored. */
export interface NewEmail {
  id: string;
  serverId: string;
  serverName: string;
  callerId: string;
  idempotencyKey: string | null;
  contentHash: Buffer | null;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  sender: string;
  recipients: StoredRecipient[];
  recipientKeys: string[];
  subject: string;
  messageId: string;
  sizeBytes: number;
  needsSmtpUtf8: boolean;
  sendAt: Date | null;
  createdAt: Date;
  message: StoredMessage;
  attachments: NewAttachment[];
}

/** The message itself, or where it is stored. */
export type StoredMessage = { content: Buffer } | { storedFileId: string };

export interface InsertedEmail {
  id: string;
  state: EmailState;
  dueAt: Date;
  expiresAt: Date;
}

/** Columns of `email` that are given; the rest follows from the moment and the server. */
const COLUMNS = {
  id: 'uuid',
  server_id: 'uuid',
  server_name: 'text',
  caller_id: 'uuid',
  idempotency_key: 'text',
  content_hash: 'bytea',
  from_mailbox: 'text',
  to_mailboxes: 'text[]',
  cc_mailboxes: 'text[]',
  bcc_mailboxes: 'text[]',
  reply_to_mailboxes: 'text[]',
  sender: 'text',
  recipients: 'jsonb',
  recipient_keys: 'text[]',
  subject: 'text',
  message_id: 'text',
  size_bytes: 'integer',
  needs_smtp_utf8: 'boolean',
  send_at: 'timestamptz',
  created_at: 'timestamptz',
} as const;
const NAMES = Object.keys(COLUMNS);

/** One text for any number of emails, so that a connection keeps one prepared statement: rows as JSON, contents as one run of octets. */
const INSERT = `
  WITH given AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS each (
      ${Object.entries(COLUMNS)
        .map((column) => column.join(' '))
        .join(', ')},
      content_from integer, content_length integer, stored_file_id uuid)
  ),
  stored AS (
    INSERT INTO email (${NAMES.join(', ')}, state, held_at, due_at, expires_at, updated_at)
    SELECT ${NAMES.map((name) => `given.${name}`).join(', ')},
           CASE WHEN delivery.held_since IS NULL THEN 'QUEUED' ELSE 'HELD' END::email_state,
           CASE WHEN delivery.held_since IS NULL THEN NULL ELSE now() END,
           greatest(now(), given.send_at),
           greatest(now(), given.send_at) + interval '${LIFETIME_DAYS} days',
           now()
      FROM given
      JOIN smtp_server server ON server.id = given.server_id AND server.is_enabled
      LEFT JOIN server_delivery delivery ON delivery.server_id = given.server_id
     ORDER BY given.idempotency_key, given.caller_id
    ON CONFLICT (idempotency_key, caller_id) WHERE idempotency_key IS NOT NULL DO NOTHING
    RETURNING id, server_id, state, due_at, expires_at
  ),
  messages AS (
    INSERT INTO email_message (email_id, content, stored_file_id)
    SELECT stored.id, substring($2::bytea FROM given.content_from FOR given.content_length), given.stored_file_id
      FROM stored JOIN given USING (id)
  )
  SELECT id, state, due_at AS "dueAt", expires_at AS "expiresAt",
         (SELECT count(pg_notify('email_due', server_id::text)) FROM (SELECT DISTINCT server_id FROM stored) servers)
    FROM stored`;

/**
 * Stores emails and their messages in one statement, which is one commit. What it does not return was not stored: its server is gone or
 * disabled, or its idempotency key was used before. Emails for a server whose mail is held are held from the beginning. In the order of the
 * keys, so that two statements with the same ones wait for each other and never in a circle.
 */
export async function insertEmails(db: Queryable, emails: readonly NewEmail[]): Promise<InsertedEmail[]> {
  const contents: Buffer[] = [];
  // SQL counts from 1.
  let contentFrom = 1;
  const rows = emails.map(({ message, ...email }) => {
    if ('storedFileId' in message) return { ...rowOf(email), stored_file_id: message.storedFileId };
    const { content } = message;
    const row = { ...rowOf(email), content_from: contentFrom, content_length: content.length };
    contents.push(content);
    contentFrom += content.length;
    return row;
  });
  const { rows: stored } = await db.query<InsertedEmail>({
    name: 'insert-emails',
    text: INSERT,
    values: [JSON.stringify(rows), Buffer.concat(contents)],
  });
  return stored;
}

function rowOf(email: Omit<NewEmail, 'message'>): Record<keyof typeof COLUMNS, unknown> {
  return {
    id: email.id,
    server_id: email.serverId,
    server_name: email.serverName,
    caller_id: email.callerId,
    idempotency_key: email.idempotencyKey,
    content_hash: email.contentHash && `\\x${email.contentHash.toString('hex')}`,
    from_mailbox: email.from,
    to_mailboxes: email.to,
    cc_mailboxes: email.cc,
    bcc_mailboxes: email.bcc,
    reply_to_mailboxes: email.replyTo,
    sender: email.sender,
    recipients: email.recipients,
    recipient_keys: email.recipientKeys,
    subject: email.subject,
    message_id: email.messageId,
    size_bytes: email.sizeBytes,
    needs_smtp_utf8: email.needsSmtpUtf8,
    send_at: email.sendAt,
    created_at: email.createdAt,
  };
}
