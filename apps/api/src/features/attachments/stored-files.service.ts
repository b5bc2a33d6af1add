import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { OctetSource } from '../../mail/mail-content.ts';
import { verified, type ObjectContent, type ObjectStorage, type OctetRange } from '../../storage/index.ts';
import { BEGIN_FILE, COMPLETE_FILE } from './stored-file.sql.ts';
import type { StoredFile } from './stored-file.ts';

/** Puts files into the storage and reads them, with a row for each. */
export class StoredFiles {
  private readonly dataSource: DataSource;
  private readonly storage: ObjectStorage;

  constructor(dataSource: DataSource, storage: ObjectStorage) {
    this.dataSource = dataSource;
    this.storage = storage;
  }

  /**
   * Durable when it resolves. Whoever uses the file refers to it by a foreign key within the hour; else it is swept. Throws what the
   * storage and the content throw.
   */
  async save(content: ObjectContent): Promise<StoredFile> {
    const id = randomUUID();
    await this.dataSource.query(BEGIN_FILE, [id]);
    const { sizeBytes, sha256 } = await this.storage.put(id, content);
    const [, completed] = await this.dataSource.query<[unknown, number]>(COMPLETE_FILE, [
      id,
      sizeBytes,
      sha256,
    ]);
    if (completed !== 1) throw new Error('a file took so long to write that it was swept');
    return { id, sizeBytes, sha256 };
  }

  /** Checked as it is read: see `verified`. A range cannot be. */
  async *read(file: StoredFile, range?: OctetRange): AsyncGenerator<Buffer, void, undefined> {
    const octets = (await this.storage.open(file.id, range)) as AsyncIterable<Buffer>;
    yield* range === undefined ? verified(file.id, octets, file) : octets;
  }

  /** For the composer, which reads a file when it comes to it. */
  source(file: StoredFile): OctetSource {
    return { sizeBytes: file.sizeBytes, open: () => this.read(file) };
  }
}
