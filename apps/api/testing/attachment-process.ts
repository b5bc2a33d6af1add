// A life of attachments in a process of its own, which kills itself before its n-th operation on disk or database (0 = never). It is given a
// connection as JSON, a data directory and n, and prints what it has acknowledged, a JSON line each, at once.
import fs, { open } from 'node:fs/promises';
import { writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { Client } from 'pg';
import type { SocketConnection } from '../src/database/database-connection.ts';

const [connection = '', dataDir = '', nth = ''] = process.argv.slice(2);

/** What the parent is told. What was not printed was not acknowledged. */
export type Acknowledged =
  | { what: 'uploaded'; uploadId: string; callerId: string }
  | { what: 'accepted'; emailId: string; paths: string[] }
  | { what: 'purging'; emailId: string }
  | { what: 'lived'; operations: number };

const tell = (event: Acknowledged) => writeSync(1, `${JSON.stringify(event)}\n`);

let operations = 0;
/** `target[name]`, counted. */
function counted(target: object, name: string): void {
  const original = Reflect.get(target, name) as (...args: unknown[]) => unknown;
  Reflect.set(target, name, function (this: unknown, ...args: unknown[]) {
    operations += 1;
    if (operations === Number(nth)) process.kill(process.pid, 'SIGKILL');
    return Reflect.apply(original, this, args);
  });
}

const { aPreparedAttachment, AttachmentFixtures } = await import('./attachment-fixtures.ts');
const { Uploads } = await import('../src/features/attachments/uploads.service.ts');
const fixtures = await AttachmentFixtures.open({
  connection: JSON.parse(connection) as SocketConnection,
  dataDir,
});

const anyFile = await open('/dev/null');
for (const name of ['write', 'sync', 'close']) counted(Object.getPrototypeOf(anyFile) as object, name);
for (const name of ['open', 'mkdir', 'rename', 'rm']) counted(fs, name);
syncBuiltinESMExports();
counted(Client.prototype, 'query');

async function* inTwo(): AsyncGenerator<Buffer> {
  yield Buffer.alloc(100, 'a');
  yield Buffer.alloc(100, 'b');
}

const { dataSource, files } = fixtures;
const caller = { id: '0199c5e8-0000-7000-8000-000000000001' };
const uploads = new Uploads({ dataSource, files, now: () => new Date(), maxBytes: 1000 });
const { uploadId } = await uploads.accept(inTwo(), caller);
tell({ what: 'uploaded', uploadId, callerId: caller.id });

const upload = (await uploads.namedBy([{ filename: 'a', uploadId }], caller)).get(uploadId);
if (upload === undefined) throw new Error('the upload is not found');
const { emailId, links } = await fixtures.accept([
  aPreparedAttachment({ content: upload.file, isLink: true }),
  aPreparedAttachment({ content: Buffer.alloc(300, 'c'), isLink: true }),
]);
tell({ what: 'accepted', emailId, paths: links.map(({ url }) => new URL(url).pathname) });

tell({ what: 'purging', emailId });
await fixtures.rows('DELETE FROM email WHERE id = $1', [emailId]);
await fixtures.sweep();
tell({ what: 'lived', operations });
process.exit(0);
