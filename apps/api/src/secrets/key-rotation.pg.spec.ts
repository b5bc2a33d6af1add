import { createCipheriv, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DataSource } from 'typeorm';
import { createTestDatabase, silentLog, type TestDatabase } from '../../testing/postgres.ts';
import { createDataSource } from '../database/data-source.ts';
import { SmtpServerSecrets } from '../features/smtp-servers/index.ts';
import { SmtpServerEntity } from '../features/smtp-servers/smtp-server.entity.ts';
import { destinationKey } from '../features/smtp-servers/smtp-server.ts';
import { SEALED_TABLES } from '../sealed-tables.ts';
import { KeyUses } from './key-lock.service.ts';
import { KeyRotation } from './key-rotation.service.ts';
import { keyIdOf, Keyring } from './keyring.ts';
import { SecretVault } from './secret-vault.ts';

const [newKey, oldKey] = [randomBytes(32), randomBytes(32)];
const SERVERS = 450;

let database: TestDatabase;
let dataSource: DataSource;
let servers: SmtpServerEntity[];

const unlocked = { isLocked: async () => false };
const secretsWith = (...keys: Buffer[]) =>
  new SmtpServerSecrets(new SecretVault(new Keyring(keys), unlocked));
const rotation = (...keys: Buffer[]) =>
  new KeyRotation({ dataSource, keyring: new Keyring(keys), tables: SEALED_TABLES });

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.connection, { log: silentLog }).initialize();
  await dataSource.query(
    `INSERT INTO smtp_server (id, name, name_key, kind, is_default, is_enabled, protocol, hostname, port, username, start_tls,
       allow_insecure_auth, timeout_seconds, mime_address_strict, attachment_as_url_enabled, attachment_filename_encoding,
       max_connections, revision, created_at, updated_at, password_changed_at, password_changed_by)
     SELECT gen_random_uuid(), 'S' || n, 's' || n, 'SMTP', false, true, 'SMTP', 'smtp.example.org', 587, 'ada', 'ENABLED',
       false, 30, true, false, 'BOTH', 5, 1, now(), now(), now(), 'ada' FROM generate_series(1, $1) n`,
    [SERVERS],
  );
  servers = await dataSource.getRepository(SmtpServerEntity).find();
});
beforeEach(async () => {
  await dataSource.query('DELETE FROM smtp_server_secret');
  await dataSource.query('UPDATE smtp_server SET password_changed_at = now(), revision = 1');
  await dataSource.transaction(async (manager) => {
    for (const server of servers)
      await secretsWith(oldKey).store(manager, server, `password of ${server.id}`);
  });
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** How many of the passwords these keys open, each as it was entered. */
async function readable(...keys: Buffer[]): Promise<number> {
  const secrets = secretsWith(...keys);
  const read = await Promise.all(
    servers.map((server) =>
      secrets.read(dataSource.manager, server).then(
        (password) => password?.endsWith(server.id) === true,
        () => false,
      ),
    ),
  );
  return read.filter(Boolean).length;
}

/** As the release before stored them: without a data key. */
async function storeAsBefore(server: SmtpServerEntity): Promise<void> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', oldKey, nonce);
  cipher.setAAD(Buffer.from(`smtp-server ${server.id} ${destinationKey(server)}`));
  const ciphertext = Buffer.concat([
    cipher.update(`password of ${server.id}`),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  await dataSource.query(
    `UPDATE smtp_server_secret SET wrapped_key = NULL, nonce = $2, ciphertext = $3 WHERE server_id = $1`,
    [server.id, nonce, ciphertext],
  );
}

describe('a rotation', () => {
  it('brings every secret under the newest key, those of the release before too', async () => {
    for (const server of servers.slice(0, 130)) await storeAsBefore(server);
    expect(await readable(oldKey)).toBe(SERVERS);
    expect(await rotation(newKey, oldKey).rotate()).toEqual({ rewrapped: SERVERS, unreadable: 0 });
    expect([await readable(newKey), await readable(oldKey)]).toEqual([SERVERS, 0]);
    expect(await rotation(newKey, oldKey).rotate()).toEqual({ rewrapped: 0, unreadable: 0 });
  });

  it('that ends after any batch leaves each secret readable, and goes on from there', async () => {
    for (let kills = 0; kills < 4; kills += 1) {
      const killed = rotation(newKey, oldKey).rotate(() => {
        throw new Error('killed');
      });
      await expect(killed).rejects.toThrow('killed');
      expect(await readable(newKey, oldKey)).toBe(SERVERS);
    }
    await rotation(newKey, oldKey).rotate();
    expect(await readable(newKey)).toBe(SERVERS);
  });

  it('whose connection dies in the middle of a batch leaves that batch as it was', async () => {
    const dying = createDataSource(database.connection, { log: silentLog, poolSize: 1 });
    await dying.initialize();
    await dying.query(`SET application_name = 'dying'`);
    // Holds a row of the batch, so that the rotation waits for it when it is cut.
    const holder = dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT FROM smtp_server_secret ORDER BY server_id OFFSET 50 LIMIT 1 FOR UPDATE');
    const cut = new KeyRotation({
      dataSource: dying,
      keyring: new Keyring([newKey, oldKey]),
      tables: SEALED_TABLES,
    })
      .rotate()
      .catch(() => 'cut');
    const kill = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'dying' AND wait_event_type = 'Lock'`;
    await expect.poll(async () => (await dataSource.query<unknown[]>(kill)).length).toBe(1);
    expect(await cut).toBe('cut');
    await holder.rollbackTransaction();
    await holder.release();
    await dying.destroy();
    expect([await readable(oldKey), await readable(newKey)]).toEqual([SERVERS, 0]);
  });

  it('under way while passwords are changed loses none of them', async () => {
    const secrets = secretsWith(oldKey);
    const changes = servers.filter((_, n) => n % 3 === 0);
    await Promise.all([
      rotation(newKey, oldKey).rotate(),
      rotation(newKey, oldKey).rotate(),
      ...changes.map((server) =>
        dataSource.transaction((manager) => secrets.store(manager, server, `changed ${server.id}`)),
      ),
    ]);
    expect(await readable(newKey, oldKey)).toBe(SERVERS);
    await rotation(newKey, oldKey).rotate();
    expect(await readable(newKey)).toBe(SERVERS);
    const changed = await secretsWith(newKey).read(dataSource.manager, changes[0]!);
    expect(changed).toBe(`changed ${changes[0]?.id ?? ''}`);
  });

  it('leaves what no key at hand opens as it is, and says how much that is', async () => {
    const lost = randomBytes(32);
    await secretsWith(lost).store(dataSource.manager, servers[0]!, 'lost');
    const before = await dataSource.query('SELECT * FROM smtp_server_secret WHERE server_id = $1', [
      servers[0]?.id,
    ]);
    expect(await rotation(newKey, oldKey).rotate()).toEqual({ rewrapped: SERVERS - 1, unreadable: 1 });
    const after = await dataSource.query('SELECT * FROM smtp_server_secret WHERE server_id = $1', [
      servers[0]?.id,
    ]);
    expect(after).toEqual(before);
  });
});

it('forgets the secrets of a lost key: their servers have no password any more', async () => {
  const [first] = servers;
  await secretsWith(newKey).store(dataSource.manager, first!, `password of ${first?.id ?? ''}`);
  const told: number[] = [];
  const count = await rotation(newKey).forget(keyIdOf(oldKey), async (_, secrets) => {
    told.push(secrets);
  });
  expect([count, told]).toEqual([SERVERS - 1, [SERVERS - 1]]);
  expect(await new KeyUses(dataSource, SEALED_TABLES).all()).toEqual([
    { keyId: keyIdOf(newKey), secrets: 1 },
  ]);
  const left = await dataSource.getRepository(SmtpServerEntity).find();
  expect(left.filter((server) => server.hasPassword).map(({ id }) => id)).toEqual([first?.id]);
  expect(left.find(({ id }) => id !== first?.id)?.revision).toBe(2);
});

it('covers every table that has sealed secrets', async () => {
  const sealed = await dataSource.query<{ name: string }[]>(
    `SELECT DISTINCT table_name AS name FROM information_schema.columns WHERE column_name = 'wrapped_key' ORDER BY 1`,
  );
  expect(SEALED_TABLES.map(({ table }) => table).toSorted()).toEqual(sealed.map(({ name }) => name));
});
