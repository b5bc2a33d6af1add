import { v7 as newId } from 'uuid';
import type { Queryable } from '../../database/sql-pool.ts';
import type { NewAttachment } from './attachment.ts';

/** The attachments of any number of emails, in one statement, within the transaction that makes the emails. */
export async function insertAttachments(
  db: Queryable,
  emails: readonly { emailId: string; attachments: readonly NewAttachment[] }[],
): Promise<void> {
  const rows = emails.flatMap(({ emailId, attachments }) =>
    attachments.map((attachment, position) => ({ emailId, position, ...attachment })),
  );
  if (rows.length === 0) return;
  await db.query(INSERT, [
    rows.map(() => newId()),
    rows.map(({ emailId }) => emailId),
    rows.map(({ position }) => position),
    rows.map(({ filename }) => filename),
    rows.map(({ contentType }) => contentType),
    rows.map(({ sizeBytes }) => sizeBytes),
    rows.map(({ contentId }) => contentId),
    rows.map(({ link }) => link?.storedFileId ?? null),
    rows.map(({ link }) => link?.tokenHash ?? null),
    rows.map(({ link }) => link?.expiresAt ?? null),
  ]);
}

const INSERT = `
  INSERT INTO "attachment" (
    "id", "email_id", "position", "filename", "content_type", "size_bytes", "content_id", "stored_file_id", "token_hash",
    "expires_at", "downloads"
  )
  SELECT *, 0 FROM unnest(
    $1::uuid[], $2::uuid[], $3::integer[], $4::text[], $5::text[], $6::integer[], $7::text[], $8::uuid[], $9::bytea[],
    $10::timestamptz[]
  )`;
