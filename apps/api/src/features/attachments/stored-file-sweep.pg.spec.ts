import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aPreparedAttachment, AttachmentFixtures } from '../../../testing/attachment-fixtures.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/postgres.ts';
import { compareStorage } from './storage-comparison.service.ts';
import { Uploads } from './uploads.service.ts';

let database: TestDatabase;
let dataDir: string;
let fixtures: AttachmentFixtures;
let uploads: Uploads;
beforeEach(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'postroom-sweep-'));
  fixtures = await AttachmentFixtures.open({ connection: database.connection, dataDir });
  const { dataSource, files } = fixtures;
  uploads = new Uploads({ dataSource, files, now: () => new Date(), maxBytes: 1000 });
});
afterEach(async () => {
  await fixtures.close();
  await database.drop();
  await rm(dataDir, { recursive: true });
});

const caller = { id: randomUUID() };
const anUpload = () =>
  uploads.accept(
    (async function* () {
      yield randomBytes(10);
    })(),
    caller,
  );
const tomorrow = () => new Date(Date.now() + 25 * 3600 * 1000);
const nextYear = () => new Date(Date.now() + 366 * 24 * 3600 * 1000);

/** Every file in the storage has a row, and every row its file. */
async function expectMatching(files: number): Promise<void> {
  const rows = await fixtures.rows('SELECT id FROM stored_file');
  expect((await fixtures.stored()).toSorted()).toEqual(
    rows.map((row) => (row as { id: string }).id).toSorted(),
  );
  expect(rows).toHaveLength(files);
}

describe('the sweep', () => {
  it('leaves alone what is in use: uploads that stand, and links that work', async () => {
    await anUpload();
    await fixtures.link(Buffer.from('x'));
    expect(await fixtures.sweep()).toEqual({ uploads: 0, links: 0, files: 0 });
    await expectMatching(2);
  });

  it('lets go of uploads that have expired, and of their files', async () => {
    await anUpload();
    expect(await fixtures.sweep(0, tomorrow())).toEqual({ uploads: 1, links: 0, files: 1 });
    await expectMatching(0);
  });

  it('keeps the file of an expired upload as long as a link leads to it', async () => {
    const { uploadId } = await anUpload();
    const upload = (await uploads.namedBy([{ filename: 'a', uploadId }], caller)).get(uploadId)!;
    const one = await fixtures.accept([aPreparedAttachment({ content: upload.file, isLink: true })]);
    const other = await fixtures.accept([aPreparedAttachment({ content: upload.file, isLink: true })]);
    expect(await fixtures.sweep(0, tomorrow())).toEqual({ uploads: 1, links: 0, files: 0 });
    await expectMatching(1);
    await fixtures.rows('DELETE FROM email WHERE id = $1', [one.emailId]);
    expect(await fixtures.sweep(0, tomorrow())).toEqual({ uploads: 0, links: 0, files: 0 });
    await fixtures.rows('DELETE FROM email WHERE id = $1', [other.emailId]);
    expect(await fixtures.sweep(0, tomorrow())).toEqual({ uploads: 0, links: 0, files: 1 });
    await expectMatching(0);
  });

  it('lets go of the files of links that have expired or were revoked, and keeps what is known of them', async () => {
    await fixtures.link(Buffer.from('x'));
    const { attachmentId } = await fixtures.link(Buffer.from('y'));
    await fixtures.rows('UPDATE attachment SET revoked_at = now() WHERE id = $1', [attachmentId]);
    expect(await fixtures.sweep()).toEqual({ uploads: 0, links: 1, files: 1 });
    expect(await fixtures.sweep(0, nextYear())).toEqual({ uploads: 0, links: 1, files: 1 });
    await expectMatching(0);
    expect(await fixtures.rows('SELECT filename, size_bytes FROM attachment')).toHaveLength(2);
  });

  it('waits an hour for files that are being written, or whose email is being accepted', async () => {
    await fixtures.files.save(Buffer.from('x'));
    await fixtures.rows(`UPDATE stored_file SET created_at = now() - interval '59 minutes'`);
    expect(await fixtures.sweep(3600)).toMatchObject({ files: 0 });
    await fixtures.rows(`UPDATE stored_file SET created_at = now() - interval '61 minutes'`);
    expect(await fixtures.sweep(3600)).toMatchObject({ files: 1 });
    await expectMatching(0);
  });

  it('lets go of more than one batch, and of what a killed process has left half written', async () => {
    for (let left = 120; left > 0; left--) await fixtures.files.save(Buffer.from('x'));
    const { id } = await fixtures.files.save(Buffer.from('x'));
    await rm(fixtures.pathOf(id));
    await writeFile(`${fixtures.pathOf(id)}.part`, 'half');
    expect(await fixtures.sweep()).toMatchObject({ files: 121 });
    await expectMatching(0);
  });

  it('may run in several processes at once', async () => {
    for (let left = 80; left > 0; left--) await fixtures.files.save(Buffer.from('x'));
    const swept = await Promise.all([fixtures.sweep(), fixtures.sweep(), fixtures.sweep()]);
    expect(swept.reduce((sum, { files }) => sum + files, 0)).toBe(80);
    await expectMatching(0);
  });

  it('takes no file from an email that is being accepted just now', async () => {
    const file = await fixtures.files.save(Buffer.from('x'));
    await fixtures.dataSource.transaction(async (manager) => {
      // What the foreign key of a new attachment does.
      await manager.query('SELECT FROM stored_file WHERE id = $1 FOR KEY SHARE', [file.id]);
      expect(await fixtures.sweep()).toMatchObject({ files: 0 });
    });
    await expectMatching(1);
    expect(await fixtures.sweep()).toMatchObject({ files: 1 });
  });

  it('finds every table that refers to files, by its foreign key', async () => {
    const { id } = await fixtures.files.save(Buffer.from('x'));
    await fixtures.rows('CREATE TABLE "Later One" ("The File" uuid REFERENCES stored_file (id))');
    await fixtures.rows('INSERT INTO "Later One" VALUES ($1)', [id]);
    expect(await fixtures.sweep()).toMatchObject({ files: 0 });
    await fixtures.rows('DELETE FROM "Later One"');
    expect(await fixtures.sweep()).toMatchObject({ files: 1 });
  });

  it('begins again where the storage did not let go of a file', async () => {
    const { id } = await fixtures.files.save(Buffer.from('x'));
    await rm(fixtures.pathOf(id));
    // A directory in the place of the file, which the storage cannot delete.
    await mkdir(fixtures.pathOf(id));
    await expect(fixtures.sweep()).rejects.toThrow('does not answer');
    expect(await fixtures.rows('SELECT id FROM stored_file')).toEqual([{ id }]);
    await rmdir(fixtures.pathOf(id));
    expect(await fixtures.sweep()).toMatchObject({ files: 1 });
  });
});

describe('the comparison of storage and table', () => {
  const compare = () => {
    const { dataSource, storage } = fixtures;
    // Several batches, and one that is just full.
    return compareStorage({ dataSource, storage, graceSeconds: 0, batchSize: 6 });
  };

  it('finds nothing where they are the same', async () => {
    expect(await compare()).toEqual({ missing: [], unknown: [] });
    for (let left = 30; left > 0; left--) await fixtures.files.save(Buffer.from('x'));
    expect(await compare()).toEqual({ missing: [], unknown: [] });
  });

  it('tells the files that are gone, wherever in the order they are, and those that no row knows', async () => {
    const ids: string[] = [];
    for (let left = 30; left > 0; left--) ids.push((await fixtures.files.save(Buffer.from('x'))).id);
    const [first, second, third, ...rest] = ids.toSorted();
    const gone = [first!, third!, rest[10]!, rest.at(-1)!];
    for (const id of gone) await rm(fixtures.pathOf(id));
    await fixtures.rows('DELETE FROM stored_file WHERE id = $1', [second]);
    expect(await compare()).toEqual({ missing: gone.toSorted(), unknown: [second] });
    await rm(join(dataDir, 'attachments'), { recursive: true });
    expect((await compare()).missing).toHaveLength(29);
  });

  it('passes over what is being written', async () => {
    await fixtures.rows('INSERT INTO stored_file (id) VALUES ($1)', [randomUUID()]);
    expect(await compare()).toEqual({ missing: [], unknown: [] });
    const { dataSource, storage } = fixtures;
    await storage.put(randomUUID(), Buffer.from('x'));
    const { id } = await fixtures.files.save(Buffer.from('x'));
    await rm(fixtures.pathOf(id));
    expect(await compareStorage({ dataSource, storage, graceSeconds: 3600 })).toEqual({
      missing: [],
      unknown: [],
    });
  });
});
