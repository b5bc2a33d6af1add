import { LessThanOrEqual, type DataSource, type EntityManager } from 'typeorm';
import type { ObjectStorage } from '../../storage/index.ts';
import { AttachmentEntity } from './attachment.entity.ts';
import {
  lockUnusedFiles,
  REFERENCES_TO_FILES,
  stillUnusedFiles,
  type FileReference,
} from './stored-file.sql.ts';
import { StoredFileEntity } from './stored-file.entity.ts';
import { UploadEntity } from './upload.entity.ts';

/** So long a file may stand unused: it is being written, or the email that needs it is being accepted. */
const GRACE_SECONDS = 60 * 60;
const BATCH = 50;

export interface Swept {
  uploads: number;
  links: number;
  files: number;
}

/**
 * Lets go of what nobody needs any more: expired uploads, the files of ended links, and files that no row refers to, which a killed
 * process has left or whose email was deleted. May run in any number of processes, and be killed anywhere: the octets go before their
 * row, so that what is left is found again.
 */
export class StoredFileSweep {
  private readonly dataSource: DataSource;
  private readonly storage: ObjectStorage;
  private readonly now: () => Date;

  constructor(ports: { dataSource: DataSource; storage: ObjectStorage; now: () => Date }) {
    this.dataSource = ports.dataSource;
    this.storage = ports.storage;
    this.now = ports.now;
  }

  async run(graceSeconds = GRACE_SECONDS): Promise<Swept> {
    const now = this.now();
    const uploads = await this.dataSource.manager.delete(UploadEntity, { expiresAt: LessThanOrEqual(now) });
    const links = await this.dataSource
      .createQueryBuilder()
      .update(AttachmentEntity)
      .set({ storedFileId: null })
      .where('stored_file_id IS NOT NULL AND (expires_at <= :now OR revoked_at IS NOT NULL)', { now })
      .execute();
    return {
      uploads: uploads.affected ?? 0,
      links: links.affected ?? 0,
      files: await this.sweepUnused(graceSeconds),
    };
  }

  private async sweepUnused(graceSeconds: number): Promise<number> {
    const references = await this.dataSource.query<FileReference[]>(REFERENCES_TO_FILES);
    let files = 0;
    for (;;) {
      const swept = await this.dataSource.transaction((manager) =>
        this.sweepBatch(manager, references, graceSeconds),
      );
      files += swept;
      if (swept === 0) return files;
    }
  }

  private async sweepBatch(
    manager: EntityManager,
    references: readonly FileReference[],
    graceSeconds: number,
  ): Promise<number> {
    const locked = await manager.query<{ id: string }[]>(lockUnusedFiles(references), [graceSeconds, BATCH]);
    if (locked.length === 0) return 0;
    const ids = locked.map(({ id }) => id);
    const unused = await manager.query<{ id: string }[]>(stillUnusedFiles(references), [ids]);
    await Promise.all(unused.map(({ id }) => this.storage.delete(id)));
    await manager.delete(
      StoredFileEntity,
      unused.map(({ id }) => id),
    );
    return unused.length;
  }
}
