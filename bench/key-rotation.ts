// A rotation under load, killed again and again: 10,000 secrets, 20 times kill -9, while passwords are changed over the API.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { Keyring, type SealedSecret } from '../apps/api/src/secrets/keyring.ts';
import { parseSecretKeys } from '../apps/api/src/secrets/secret-key-file.ts';
import { removeData, signIn, startPostroom } from './service/postroom.ts';

const SECRETS = 10_000;
const KILLS = 20;
const command = fileURLToPath(new URL('../apps/api/dist/cli/postroom.js', import.meta.url));

const postroom = await startPostroom();
const database = new Client({
  host: postroom.socketDirectory(),
  port: 5432,
  user: 'postroom',
  database: 'postroom',
  ssl: false,
});
await database.connect();

const keys = () => parseSecretKeys(readFileSync(join(postroom.dataDir, 'secret.key'), 'utf8')) ?? [];

/** What a password is bound to; the destination is the same for all of them. */
const place = (id: string) =>
  `smtp-server ${id} ${JSON.stringify(['smtp.example.org', 587, 'SMTP', 'ENABLED', false, 'ada'])}`;

await database.query(
  `INSERT INTO smtp_server (id, name, name_key, kind, is_default, is_enabled, protocol, hostname, port, username, start_tls,
     allow_insecure_auth, timeout_seconds, mime_address_strict, attachment_as_url_enabled, attachment_filename_encoding,
     max_connections, revision, created_at, updated_at, password_changed_at, password_changed_by)
   SELECT gen_random_uuid(), 'S' || n, 's' || n, 'SMTP', false, true, 'SMTP', 'smtp.example.org', 587, 'ada', 'ENABLED',
     false, 30, true, false, 'BOTH', 5, 1, now(), now(), now(), 'ada' FROM generate_series(1, $1::integer) n`,
  [SECRETS],
);
const { rows: servers } = await database.query<{ id: string }>(
  `SELECT id FROM smtp_server WHERE name_key LIKE 's%'`,
);
const ids = servers.map(({ id }) => id);
const first = new Keyring(keys());
const sealed = ids.map((id) => first.seal(`password of ${id}`, place(id)));
await database.query(
  `INSERT INTO smtp_server_secret (server_id, key_id, wrapped_key, nonce, ciphertext)
   SELECT * FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::bytea[], $5::bytea[])`,
  [
    ids,
    sealed.map(({ keyId }) => keyId),
    sealed.map(({ wrappedKey }) => wrappedKey),
    sealed.map(({ nonce }) => nonce),
    sealed.map(({ ciphertext }) => ciphertext),
  ],
);

/** `killWhen` is asked again and again while the command runs; once it says so, the command is killed. */
async function postroomCommand(
  args: string[],
  killWhen: (() => Promise<boolean>) | null = null,
): Promise<{ killed: boolean; output: string }> {
  const child = spawn(process.execPath, [command, ...args], {
    env: { PATH: process.env['PATH'], DATA_DIR: postroom.dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const exit = once(child, 'exit') as Promise<[number | null, string | null]>;
  while (killWhen !== null && child.exitCode === null && child.signalCode === null) {
    if (await killWhen()) child.kill('SIGKILL');
    await pause(2);
  }
  const [, signal] = await exit;
  return { killed: signal === 'SIGKILL', output };
}

async function rotatedSecrets(): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    'SELECT count(*)::integer AS n FROM smtp_server_secret WHERE key_id = $1',
    [new Keyring(keys()).newestKeyId],
  );
  return rows[0]?.n ?? 0;
}

async function unreadable(): Promise<number> {
  const ring = new Keyring(keys());
  const { rows } = await database.query<SealedSecret & { id: string }>(
    `SELECT server_id AS id, key_id AS "keyId", wrapped_key AS "wrappedKey", nonce, ciphertext FROM smtp_server_secret`,
  );
  const opened = rows.map((row) => ring.open(row, place(row.id)));
  return (
    SECRETS - opened.filter((each) => 'plaintext' in each && each.plaintext.startsWith('password of')).length
  );
}

const session = await signIn(postroom.url);

// Load: somebody changes passwords all the while.
const over = new AbortController();
let changes = 0;
const load = (async () => {
  while (!over.signal.aborted) {
    const serverId = ids[(changes * 37) % ids.length] ?? '';
    const password = `password of ${serverId}, change ${String(changes)}`;
    const { changePassword } = await session.send<{ changePassword: { __typename: string } }>(
      'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }',
      { input: { serverId, password, repeatPassword: password } },
    );
    if (changePassword.__typename !== 'SmtpServer') throw new Error(changePassword.__typename);
    changes += 1;
    await pause(5);
  }
})();

await postroomCommand(['keys', 'add']);
let kills = 0;
let rotations = 0;
let worst = 0;
while (kills < KILLS) {
  const before = await rotatedSecrets();
  const enough = before + 150 + ((kills * 137) % 900);
  const { killed } = await postroomCommand(
    ['keys', 'rotate'],
    async () => (await rotatedSecrets()) >= enough,
  );
  if (killed) {
    kills += 1;
    console.log(`kill ${kills}: ${before} to ${await rotatedSecrets()} of ${SECRETS} under the new key`);
  } else {
    rotations += 1;
    await postroomCommand(['keys', 'add']);
  }
  worst = Math.max(worst, await unreadable());
}
over.abort();
await load;
const { output } = await postroomCommand(['keys', 'rotate']);
console.log(output.trim());
console.log(
  `${SECRETS} secrets, ${kills} kills, ${rotations + 1} rotations that ended, ${changes} passwords changed meanwhile: ` +
    `${worst} unreadable at any time, ${await unreadable()} at the end`,
);
await database.end();
await postroom.stop();
removeData(postroom.dataDir);
