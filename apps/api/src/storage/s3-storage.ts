import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  NoSuchKey,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { Readable } from 'node:stream';
import {
  assertKey,
  isKey,
  type ListedObject,
  type ObjectContent,
  type ObjectStorage,
  type OctetRange,
  type StoredObject,
} from './object-storage.ts';
import { ObjectMissingError, StorageFullError, StorageUnavailableError } from './storage-error.ts';
import { Measured } from './verified.ts';

export interface S3Settings {
  /** null = Amazon's own, of the region. */
  endpoint: string | null;
  bucket: string;
  region: string;
  /** null = those of the machine: its role, or what the AWS tools are set to. */
  credentials: { accessKeyId: string; secretAccessKey: string } | null;
}

const MEBIBYTE = 1024 * 1024;
/** What one upload holds in memory at most is twice this; S3 takes parts of 5 MiB or more. */
const PART = 8 * MEBIBYTE;

/** A bucket of any server that speaks S3. */
export class S3Storage implements ObjectStorage {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor({ endpoint, bucket, region, credentials }: S3Settings) {
    this.bucket = bucket;
    this.client = new S3Client({
      region,
      ...(endpoint !== null && { endpoint, forcePathStyle: true }),
      ...(credentials !== null && { credentials }),
      // Others than Amazon's do not all know its newer checksums; ours goes over the whole file, and is checked at every read.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
    });
  }

  /** Throws StorageUnavailableError where the bucket cannot be used. */
  async check(): Promise<void> {
    await answered(this.client.send(new HeadBucketCommand({ Bucket: this.bucket })));
  }

  async put(key: string, content: ObjectContent): Promise<StoredObject> {
    assertKey(key);
    const where = { Bucket: this.bucket, Key: key };
    const measured = new Measured();
    if (content instanceof Uint8Array) {
      for await (const _ of measured.pass(content));
      await answered(this.client.send(new PutObjectCommand({ ...where, Body: content })));
      return measured.result();
    }
    const upload = new Upload({
      client: this.client,
      params: { ...where, Body: Readable.from(measured.pass(content), { objectMode: false }) },
      partSize: PART,
      queueSize: 2,
    });
    try {
      await answered(upload.done());
    } catch (error) {
      // The answer to the last part may be what was lost.
      await this.delete(key).catch(() => undefined);
      // Where the content ended in an error, that is the reason, whatever the server said to the end of the upload.
      throw measured.sourceError ?? error;
    }
    return measured.result();
  }

  async open(key: string, range?: OctetRange): Promise<Readable> {
    assertKey(key);
    if (range !== undefined && range.end <= range.start) return Readable.from([]);
    const Range = range && `bytes=${String(range.start)}-${String(range.end - 1)}`;
    const where = { Bucket: this.bucket, Key: key, ...(Range && { Range }) };
    const { Body } = await answered(
      this.client.send(new GetObjectCommand(where)).catch((error: unknown) => {
        throw error instanceof NoSuchKey ? new ObjectMissingError(key) : error;
      }),
    );
    if (!(Body instanceof Readable)) throw new TypeError('the S3 client gave no stream');
    return Body;
  }

  async delete(key: string): Promise<void> {
    assertKey(key);
    await answered(this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: key })));
  }

  async *list(): AsyncGenerator<ListedObject, void, undefined> {
    const pages = paginateListObjectsV2({ client: this.client }, { Bucket: this.bucket });
    for (;;) {
      const page = await answered(pages.next());
      if (page.done) return;
      for (const { Key, LastModified, Size } of page.value.Contents ?? []) {
        if (Key === undefined || LastModified === undefined || Size === undefined || !isKey(Key)) continue;
        yield { key: Key, modifiedAt: LastModified, sizeBytes: Size };
      }
    }
  }

  close(): void {
    this.client.destroy();
  }
}

/** Names that servers give to "no room": Amazon's bucket quota, MinIO's disk, the quotas of others. */
const FULL =
  /^(XMinioStorageFull|QuotaExceeded|InsufficientCapacity|InsufficientStorage|ServiceQuotaExceeded\w*)$/;

async function answered<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ObjectMissingError) throw error;
    const isFull =
      error instanceof S3ServiceException &&
      (FULL.test(error.name) || error.$metadata.httpStatusCode === 507);
    throw isFull ? new StorageFullError({ cause: error }) : new StorageUnavailableError({ cause: error });
  }
}
