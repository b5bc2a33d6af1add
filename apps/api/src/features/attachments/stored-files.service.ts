import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import type { OctetSource } from '../../mail/mail-content.ts';
import {
  verified,
  type ObjectContent,
  type ObjectStorage,
  type OctetRange,
  type StoredObject,
} from '../../storage/index.ts';
import { ABANDON_FILE, BEGIN_FILE, COMPLETE_FILE } from './stored-file.sql.ts';
import type { StoredFile } from './stored-file.ts';

/** Puts files into the storage and reads them, with a row for each. */
export class StoredFiles {
  private readonly dataSource: DataSource;
  private readonly storage: ObjectStorage;
  /** By the id of the file. */
  private readonly checksUnderWay = new Map<string, Promise<void>>();

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
    const { sizeBytes, sha256 } = await this.put(id, content);
    const [, completed] = await this.dataSource.query<[unknown, number]>(COMPLETE_FILE, [
      id,
      sizeBytes,
      sha256,
    ]);
    if (completed !== 1) throw new Error('a file took so long to write that it was swept');
    return { id, sizeBytes, sha256 };
  }

  private async put(id: string, content: ObjectContent): Promise<StoredObject> {
    try {
      return await this.storage.put(id, content);
    } catch (error) {
      // The storage has kept nothing. Where the database does not answer now, the sweep comes by.
      await this.dataSource.query(ABANDON_FILE, [id]).catch(() => undefined);
      throw error;
    }
  }

  /**
   * The octets, checked as they are read (see `verified`); those of a range cannot be. Read the stream to its end or destroy it. Throws
   * what the storage throws, before and while it is read.
   */
  async open(file: StoredFile, range?: OctetRange): Promise<Readable> {
    const octets = await this.storage.open(file.id, range);
    if (range !== undefined) return octets;
    const checked = Readable.from(verified(file.id, octets, file), { objectMode: false });
    return checked.once('close', () => octets.destroy());
  }

  /**
   * Reads a file once, so that whoever is sent it next gets all of it or is told why not. Those who ask at the same time share one reading.
   * Throws what the storage throws.
   */
  check(file: StoredFile): Promise<void> {
    const underWay = this.checksUnderWay.get(file.id);
    if (underWay !== undefined) return underWay;
    const check = this.readWhole(file).finally(() => this.checksUnderWay.delete(file.id));
    this.checksUnderWay.set(file.id, check);
    return check;
  }

  private async readWhole(file: StoredFile): Promise<void> {
    for await (const _ of await this.open(file));
  }

  /** For the composer, which reads a file when it comes to it. */
  source(file: StoredFile): OctetSource {
    const open = async function* (this: StoredFiles): AsyncGenerator<Buffer> {
      yield* (await this.open(file)) as AsyncIterable<Buffer>;
    };
    return { sizeBytes: file.sizeBytes, open: () => open.call(this) };
  }
}
