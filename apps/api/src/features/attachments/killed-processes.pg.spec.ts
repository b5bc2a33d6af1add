import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { AttachmentFixtures } from '../../../testing/attachment-fixtures.ts';
import type { Acknowledged } from '../../../testing/attachment-process.ts';
import { createTestDatabase } from '../../../testing/postgres.ts';
import { LinkedFiles } from './linked-files.service.ts';
import type { StoredFile } from './stored-file.ts';
import { Uploads } from './uploads.service.ts';

const program = fileURLToPath(new URL('../../../testing/attachment-process.ts', import.meta.url));

/** Of some eighty; all of them were tried when this was written. */
const POINTS = 8;

it('killed at any point, nothing acknowledged lacks its file, and the sweep leaves no file without an owner', async () => {
  const lived = (await liveAndDie(0)).find((each) => each.what === 'lived');
  const operations = lived?.operations ?? 0;
  expect(operations).toBeGreaterThan(POINTS);
  const points = Array.from({ length: POINTS }, (_, index) =>
    Math.round(((index + 0.5) * operations) / POINTS),
  );
  const seen = new Set<string>();
  for (const nth of points) seen.add((await liveAndDie(nth)).map(({ what }) => what).join());
  // Else it died too early, or too late, to prove anything.
  expect([...seen].toSorted()).toEqual(['', 'uploaded', 'uploaded,accepted,purging']);
}, 120_000);

/** What a process acknowledged before its end; what it left is checked. */
async function liveAndDie(nth: number): Promise<Acknowledged[]> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'postroom-killed-'));
  const args = [JSON.stringify(database.connection), dataDir, String(nth)];
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect([code, signal]).toEqual(nth === 0 ? [0, null] : [null, 'SIGKILL']);
  const acknowledged = printed
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Acknowledged);

  const fixtures = await AttachmentFixtures.open({ connection: database.connection, dataDir });
  try {
    for (const file of await filesOf(acknowledged, fixtures)) await readWhole(fixtures, file);
    // The killed one's locks are gone when PostgreSQL has seen that its connection is.
    await vi.waitFor(async () => {
      await fixtures.sweep();
      const rows = (await fixtures.rows('SELECT id FROM stored_file')) as { id: string }[];
      expect((await fixtures.stored()).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
      expect(await fixtures.rows(UNOWNED)).toEqual([]);
    }, 10_000);
    for (const file of await filesOf(acknowledged, fixtures)) await readWhole(fixtures, file);
  } finally {
    await fixtures.close();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
  return acknowledged;
}

const UNOWNED = `
  SELECT id FROM stored_file
  WHERE size_bytes IS NULL
     OR id NOT IN (SELECT stored_file_id FROM upload UNION SELECT stored_file_id FROM attachment WHERE stored_file_id IS NOT NULL)`;

/** What must be readable: of an email that was being purged, only if it is still there. */
async function filesOf(
  acknowledged: readonly Acknowledged[],
  { dataSource, files }: AttachmentFixtures,
): Promise<StoredFile[]> {
  const now = () => new Date();
  const found: (StoredFile | undefined)[] = [];
  const purged = acknowledged.filter(({ what }) => what === 'purging').length > 0;
  for (const each of acknowledged) {
    if (each.what === 'uploaded') {
      const uploads = new Uploads({ dataSource, files, now, maxBytes: 1000 });
      const named = await uploads.namedBy([{ filename: 'a', uploadId: each.uploadId }], {
        id: each.callerId,
      });
      found.push(named.get(each.uploadId)?.file);
    } else if (each.what === 'accepted') {
      const emails = await dataSource.query<object[]>('SELECT FROM email WHERE id = $1', [each.emailId]);
      if (purged && emails.length === 0) continue;
      const links = new LinkedFiles(dataSource, now);
      for (const path of each.paths) found.push((await links.find(path.slice('/files/'.length)))?.file);
    }
  }
  expect(found).not.toContain(undefined);
  return found as StoredFile[];
}

async function readWhole({ files }: AttachmentFixtures, file: StoredFile): Promise<void> {
  let octets = 0;
  for await (const chunk of await files.open(file)) octets += (chunk as Buffer).length;
  expect(octets).toBe(file.sizeBytes);
}
