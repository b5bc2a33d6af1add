import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { SocketConnection } from '../src/database/database-connection.ts';
import { createDataSource } from '../src/database/data-source.ts';
import { connectionOf } from '../src/database/sql-pool.ts';
import { AttachmentAcceptance } from '../src/features/attachments/attachment-acceptance.service.ts';
import type { PreparedAttachment } from '../src/features/attachments/attachment.rules.ts';
import { insertAttachments } from '../src/features/attachments/attachment.sql.ts';
import { StoredFileSweep } from '../src/features/attachments/stored-file-sweep.service.ts';
import { StoredFiles } from '../src/features/attachments/stored-files.service.ts';
import { FileStorage } from '../src/storage/file-storage.ts';
import { silentLog } from './postgres.ts';

/** An email of which only the id matters. */
const AN_EMAIL = `
  INSERT INTO email (
    id, state, server_name, caller_id, from_mailbox, to_mailboxes, cc_mailboxes, bcc_mailboxes, reply_to_mailboxes, sender,
    recipients, recipient_keys, subject, message_id, size_bytes, needs_smtp_utf8, expires_at, due_at, created_at, updated_at
  ) VALUES (
    $1, 'ACCEPTED', 'Office', $1, '', '{}', '{}', '{}', '{}', '', '[]', '{}', '', '', 0, false, now(), now(), now(), now()
  )`;

export interface Linked {
  emailId: string;
  attachmentId: string;
  storedFileId: string;
  /** `/files/<token>` */
  path: string;
}

/** What the acceptance of an email does with its attachments, and what is left of it, on a service's own database and directory. */
export class AttachmentFixtures {
  readonly dataSource: DataSource;
  readonly storage: FileStorage;
  readonly files: StoredFiles;
  private readonly root: string;

  private constructor(dataSource: DataSource, dataDir: string) {
    this.dataSource = dataSource;
    this.root = join(dataDir, 'attachments');
    this.storage = new FileStorage(this.root);
    this.files = new StoredFiles(dataSource, this.storage);
  }

  static async open(of: { connection: SocketConnection; dataDir: string }): Promise<AttachmentFixtures> {
    return new AttachmentFixtures(
      await createDataSource(of.connection, { log: silentLog, poolSize: 3 }).initialize(),
      of.dataDir,
    );
  }

  async accept(attachments: readonly PreparedAttachment[], emailId = randomUUID()) {
    const acceptance = new AttachmentAcceptance({
      files: this.files,
      publicUrl: new URL('https://mail.example.org'),
      linkDays: 30,
    });
    const accepted = await acceptance.accept(attachments, new Date());
    await this.dataSource.transaction(async (manager) => {
      await manager.query(AN_EMAIL, [emailId]);
      await insertAttachments(await connectionOf(manager), [{ emailId, attachments: accepted.rows }]);
    });
    return { ...accepted, emailId };
  }

  /** A file that was accepted as a link. */
  async link(content: Buffer, filename = 'report.pdf'): Promise<Linked> {
    const { links, emailId } = await this.accept([aPreparedAttachment({ content, filename, isLink: true })]);
    const [row] = await this.rows(
      'SELECT id AS "attachmentId", stored_file_id AS "storedFileId" FROM attachment WHERE email_id = $1',
      [emailId],
    );
    return { ...(row as Omit<Linked, 'path' | 'emailId'>), emailId, path: new URL(links[0]!.url).pathname };
  }

  sweep(graceSeconds = 0, now = new Date()) {
    return new StoredFileSweep({ dataSource: this.dataSource, storage: this.storage, now: () => now }).run(
      graceSeconds,
    );
  }

  rows(statement: string, parameters: unknown[] = []): Promise<object[]> {
    return this.dataSource.query(statement, parameters);
  }

  /** Names of the files that the storage has, whole or not. */
  async stored(): Promise<string[]> {
    const entries = await readdir(this.root, { recursive: true, withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  }

  pathOf(storedFileId: string): string {
    return join(this.root, storedFileId.slice(0, 2), storedFileId.slice(2, 4), storedFileId);
  }

  close(): Promise<void> {
    return this.dataSource.destroy();
  }
}

export function aPreparedAttachment(overrides: Partial<PreparedAttachment> = {}): PreparedAttachment {
  const content = overrides.content ?? Buffer.from('%PDF-1.7');
  return {
    filename: 'report.pdf',
    contentType: 'application/pdf',
    contentId: null,
    sizeBytes: Buffer.isBuffer(content) ? content.length : content.sizeBytes,
    isLink: false,
    ...overrides,
    content,
  };
}
