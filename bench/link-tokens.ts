// A million guessed tokens of links, half of them real ones of which one bit is another: none may lead to a file.
import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource } from '../apps/api/src/database/data-source.ts';
import { ensureEmbeddedPostgres } from '../apps/api/src/database/embedded-postgres.ts';
import { migrate } from '../apps/api/src/database/migrate.ts';
import { isLinkToken, linkTokenHash, newLinkToken } from '../apps/api/src/features/attachments/link-token.ts';
import { LinkedFiles } from '../apps/api/src/features/attachments/linked-files.service.ts';

const GUESSES = 1_000_000;
const LINKS = 1000;
const BATCH = 5000;
/** So many go the whole way of a reader; the rest asks the same index for many at once. */
const WHOLE_WAY = 10_000;

const silent = () => undefined;
const log = { info: silent, warn: silent, error: silent };
const directory = await mkdtemp(join(tmpdir(), 'postroom-bench-'));
await chmod(directory, 0o711);
const postgres = await ensureEmbeddedPostgres({ dataDir: join(directory, 'data'), log });
if ('code' in postgres) throw new Error(postgres.message);
await migrate(createDataSource(postgres.connection, { log }));
const dataSource = await createDataSource(postgres.connection, { log }).initialize();

const tokens = await makeLinks();
const links = new LinkedFiles(dataSource, () => new Date());
for (const token of tokens)
  if ((await links.find(token)) === null) throw new Error('a right token led to nothing');

const started = performance.now();
let hits = 0;
let notTokens = 0;
for (let tried = 0; tried < WHOLE_WAY; tried += 1) if ((await links.find(guess(tried))) !== null) hits += 1;
for (let tried = WHOLE_WAY; tried < GUESSES; tried += BATCH) {
  const some = Array.from({ length: BATCH }, (_, index) => guess(tried + index));
  const well = some.filter(isLinkToken);
  notTokens += some.length - well.length;
  const found = await dataSource.query<object[]>('SELECT FROM attachment WHERE token_hash = ANY($1)', [
    well.map(linkTokenHash),
  ]);
  hits += found.length;
}
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(
  `${String(GUESSES)} guesses against ${String(LINKS)} links in ${seconds} s: ${String(hits)} hits ` +
    `(${String(notTokens)} of them no token at all after their bit was changed)`,
);
await dataSource.destroy();
await postgres.stop();
rmSync(directory, { recursive: true });
process.exitCode = hits === 0 ? 0 : 1;

function guess(nth: number): string {
  if (nth % 2 === 0) return newLinkToken();
  const octets = Buffer.from(tokens[nth % LINKS] ?? '');
  const bit = (nth * 7) % (octets.length * 8);
  octets[bit >> 3] = (octets[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return octets.toString('latin1');
}

async function makeLinks(): Promise<string[]> {
  const emailId = randomUUID();
  await dataSource.query(
    `INSERT INTO email (
       id, state, server_name, caller_id, from_mailbox, to_mailboxes, cc_mailboxes, bcc_mailboxes, reply_to_mailboxes, sender,
       recipients, recipient_keys, subject, message_id, size_bytes, needs_smtp_utf8, expires_at, due_at, created_at, updated_at
     ) VALUES ($1, 'ACCEPTED', '', $1, '', '{}', '{}', '{}', '{}', '', '[]', '{}', '', '', 0, false, now(), now(), now(), now())`,
    [emailId],
  );
  const made = Array.from({ length: LINKS }, newLinkToken);
  for (const [position, token] of made.entries()) {
    const fileId = randomUUID();
    await dataSource.query('INSERT INTO stored_file (id, size_bytes, sha256) VALUES ($1, 1, $2)', [
      fileId,
      randomBytes(32),
    ]);
    await dataSource.query(
      `INSERT INTO attachment (id, email_id, position, filename, content_type, size_bytes, stored_file_id, token_hash, expires_at, downloads)
       VALUES ($1, $2, $3, 'a', 'a/b', 1, $4, $5, now() + interval '1 day', 0)`,
      [randomUUID(), emailId, position, fileId, linkTokenHash(token)],
    );
  }
  return made;
}
