import { In, MoreThan, type DataSource } from 'typeorm';
import { validate as isUuid, v7 as newId } from 'uuid';
import type { Caller } from '../access/index.ts';
import type { AttachmentRequest } from './attachment.requests.ts';
import { FIRST_BYTES } from './file-type.ts';
import type { StoredFiles } from './stored-files.service.ts';
import { UploadEntity } from './upload.entity.ts';
import { uploadExpiry, type Upload, type UploadReceipt } from './upload.ts';

/** More came than is taken. Nothing of it was kept. */
export class UploadTooLargeError extends Error {
  override name = 'UploadTooLargeError';
}

/** Files that callers put here before they send the emails that have them. */
export class Uploads {
  private readonly dataSource: DataSource;
  private readonly files: StoredFiles;
  private readonly now: () => Date;
  readonly maxBytes: number;

  constructor(ports: { dataSource: DataSource; files: StoredFiles; now: () => Date; maxBytes: number }) {
    this.dataSource = ports.dataSource;
    this.files = ports.files;
    this.now = ports.now;
    this.maxBytes = ports.maxBytes;
  }

  /** Keeps the file until it expires. Throws UploadTooLargeError, what the storage throws, and what the content itself throws. */
  async accept(content: AsyncIterable<Uint8Array>, caller: Pick<Caller, 'id'>): Promise<UploadReceipt> {
    const limited = new LimitedContent(content, this.maxBytes);
    const file = await this.files.save(limited);
    const createdAt = this.now();
    const id = newId();
    await this.dataSource.manager.insert(UploadEntity, {
      id,
      callerId: caller.id,
      storedFileId: file.id,
      firstBytes: limited.firstBytes,
      createdAt,
      expiresAt: uploadExpiry(createdAt),
    });
    return { uploadId: id, sizeBytes: file.sizeBytes, sha256: file.sha256.toString('hex') };
  }

  /** The uploads that these files name, of any number of emails, as far as they are the caller's and stand. */
  async namedBy(
    requests: readonly AttachmentRequest[],
    caller: Pick<Caller, 'id'>,
  ): Promise<ReadonlyMap<string, Upload>> {
    const named = requests.flatMap(({ uploadId }) =>
      uploadId && isUuid(uploadId) ? [uploadId.toLowerCase()] : [],
    );
    if (named.length === 0) return new Map();
    const found = await this.dataSource.getRepository(UploadEntity).find({
      where: { id: In([...new Set(named)]), callerId: caller.id, expiresAt: MoreThan(this.now()) },
      relations: { storedFile: true },
    });
    return new Map(found.flatMap(uploadOf));
  }
}

function uploadOf({ id, firstBytes, storedFile }: UploadEntity): [string, Upload][] {
  const { sizeBytes = null, sha256 = null } = storedFile ?? {};
  if (storedFile === undefined || sizeBytes === null || sha256 === null) return [];
  return [[id, { id, firstBytes, file: { id: storedFile.id, sizeBytes, sha256 } }]];
}

/** Ends in an error as soon as there is more than is taken, and remembers how it began. */
class LimitedContent implements AsyncIterable<Uint8Array> {
  firstBytes = Buffer.alloc(0);
  private readonly content: AsyncIterable<Uint8Array>;
  private readonly maxBytes: number;

  constructor(content: AsyncIterable<Uint8Array>, maxBytes: number) {
    this.content = content;
    this.maxBytes = maxBytes;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    let seen = 0;
    for await (const chunk of this.content) {
      seen += chunk.length;
      if (seen > this.maxBytes) throw new UploadTooLargeError('the upload is too large');
      if (this.firstBytes.length < FIRST_BYTES) {
        this.firstBytes = Buffer.concat([this.firstBytes, chunk]).subarray(0, FIRST_BYTES);
      }
      yield chunk;
    }
  }
}
