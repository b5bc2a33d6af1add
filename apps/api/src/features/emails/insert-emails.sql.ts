import type { Queryable } from '../../database/sql-pool.ts';
import type { NewAttachment } from '../attachments/index.ts';
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

const COLUMNS = [
  ['id', 'uuid'],
  ['server_id', 'uuid'],
  ['server_name', 'text'],
  ['caller_id', 'uuid'],
  ['idempotency_key', 'text'],
  ['content_hash', 'bytea'],
  ['from_mailbox', 'text'],
  ['to_mailboxes', 'text[]'],
  ['cc_mailboxes', 'text[]'],
  ['bcc_mailboxes', 'text[]'],
  ['reply_to_mailboxes', 'text[]'],
  ['sender', 'text'],
  ['recipients', 'jsonb'],
  ['recipient_keys', 'text[]'],
  ['subject', 'text'],
  ['message_id', 'text'],
  ['size_bytes', 'integer'],
  ['needs_smtp_utf8', 'boolean'],
  ['send_at', 'timestamptz'],
  ['created_at', 'timestamptz'],
] as const;
const MESSAGE_COLUMNS = [
  ['content', 'bytea'],
  ['stored_file_id', 'uuid'],
] as const;
const ALL = [...COLUMNS, ...MESSAGE_COLUMNS];
const NAMES = COLUMNS.map(([name]) => name).join(', ');

/**
 * Stores emails and their messages in one statement, which is one commit. What it does not return was not stored: its server is gone or
 * disabled, or its idempotency key was used before. Emails for a server whose mail is held are held from the beginning. In the order of the
 * keys, so that two statements with the same ones wait for each other and never in a circle.
 */
export async function insertEmails(db: Queryable, emails: readonly NewEmail[]): Promise<InsertedEmail[]> {
  const { rows } = await db.query<InsertedEmail>({
    name: `insert-emails-${emails.length}`,
    text: statementFor(emails.length),
    values: emails.flatMap(valuesOf),
  });
  return rows;
}

const statements = new Map<number, string>();

function statementFor(count: number): string {
  const known = statements.get(count);
  if (known !== undefined) return known;
  let number = 0;
  const row = () => `(${ALL.map(([, type]) => `$${String(++number)}::${type}`).join(', ')})`;
  const text = `
    WITH given (${ALL.map(([name]) => name).join(', ')}) AS (VALUES ${Array.from({ length: count }, row).join(', ')}),
    stored AS (
      INSERT INTO email (${NAMES}, state, held_at, due_at, expires_at, updated_at)
      SELECT ${COLUMNS.map(([name]) => `given.${name}`).join(', ')},
             CASE WHEN delivery.held_since IS NULL THEN 'QUEUED' ELSE 'HELD' END::email_state,
             CASE WHEN delivery.held_since IS NULL THEN NULL ELSE now() END,
             greatest(now(), given.send_at),
             greatest(now(), given.send_at) + interval '5 days',
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
      SELECT stored.id, given.content, given.stored_file_id FROM stored JOIN given USING (id)
    )
    SELECT id, state, due_at AS "dueAt", expires_at AS "expiresAt",
           (SELECT count(pg_notify('email_due', server_id::text)) FROM (SELECT DISTINCT server_id FROM stored) servers)
      FROM stored`;
  statements.set(count, text);
  return text;
}

function valuesOf(email: NewEmail): unknown[] {
  const { message } = email;
  return [
    email.id,
    email.serverId,
    email.serverName,
    email.callerId,
    email.idempotencyKey,
    email.contentHash,
    email.from,
    email.to,
    email.cc,
    email.bcc,
    email.replyTo,
    email.sender,
    JSON.stringify(email.recipients),
    email.recipientKeys,
    email.subject,
    email.messageId,
    email.sizeBytes,
    email.needsSmtpUtf8,
    email.sendAt,
    email.createdAt,
    'content' in message ? message.content : null,
    'content' in message ? null : message.storedFileId,
  ];
}
