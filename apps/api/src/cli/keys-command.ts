import { randomBytes } from 'node:crypto';
import { AuditLog } from '../features/audit/index.ts';
import { SEALED_TABLES } from '../sealed-tables.ts';
import { openKeyring, secretKeyPath, type KeySources } from '../secrets/deployment-keys.ts';
import { KeyUses } from '../secrets/key-lock.service.ts';
import { KeyRotation } from '../secrets/key-rotation.service.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { addSecretKey } from '../secrets/secret-key-file.ts';
import { withEntities, type CliDatabase, type Entities } from './cli-database.ts';

type Print = (line: string) => void;

/** `postroom keys ...`: the keys that stored secrets are sealed with. Each returns whether it could do what was asked. */
export class KeysCommand {
  private readonly database: CliDatabase;
  private readonly sources: KeySources;
  private readonly print: Print;

  constructor(database: CliDatabase, sources: KeySources, print: Print) {
    this.database = database;
    this.sources = sources;
    this.print = print;
  }

  async list(): Promise<boolean> {
    return this.withKeys(async ({ keyring, uses }) => {
      const used = new Map((await uses.all()).map(({ keyId, secrets }) => [keyId, secrets]));
      for (const keyId of new Set([...keyring.keyIds(), ...used.keys()])) {
        const mark = keyId === keyring.newestKeyId ? 'newest' : keyring.has(keyId) ? 'older' : 'MISSING';
        this.print(`${keyId}  ${mark.padEnd(7)}  ${String(used.get(keyId) ?? 0)} secrets`);
      }
      return true;
    });
  }

  async rotate(): Promise<boolean> {
    return this.withKeys(async ({ rotation, keyring, audit, dataSource }) => {
      if (keyring.newestKeyId === null) {
        this.print('There is no key here to rotate to: set SECRET_KEYS, or bring secret.key back.');
        return false;
      }
      const { rewrapped, unreadable } = await rotation.rotate();
      await audit.record(dataSource.manager, {
        caller: ACTOR,
        action: 'keys.rotated',
        subject: keyring.newestKeyId,
        changes: [{ field: 'secrets', before: null, after: String(rewrapped) }],
      });
      const secrets = rewrapped === 1 ? '1 secret is' : `${String(rewrapped)} secrets are`;
      this.print(`${secrets} under the key ${keyring.newestKeyId} now.`);
      if (unreadable === 0) return true;
      this.print(
        `${String(unreadable)} secrets could not be read with the keys at hand and stay as they are: see "postroom keys list".`,
      );
      return false;
    });
  }

  async forget(keyId: string): Promise<boolean> {
    return this.withKeys(async ({ rotation, keyring, audit }) => {
      if (keyring.has(keyId)) {
        this.print(`The key ${keyId} is here: nothing of it is lost. Nothing was changed.`);
        return false;
      }
      const count = await rotation.forget(keyId, (manager, secrets) =>
        audit.record(manager, {
          caller: ACTOR,
          action: 'keys.forgotten',
          subject: keyId,
          changes: [{ field: 'secrets', before: String(secrets), after: null }],
        }),
      );
      if (count === 0) {
        this.print('No secret is sealed with this key: see "postroom keys list". Nothing was changed.');
        return false;
      }
      this.print(`${String(count)} secrets of the key ${keyId} are deleted: enter those passwords again.`);
      return true;
    });
  }

  /** Needs no database. */
  static async add(sources: KeySources, print: Print): Promise<boolean> {
    if (sources.secretKeys !== null) {
      print(`Put this key in front of those in SECRET_KEYS, and start every process again:`);
      print(randomBytes(32).toString('base64'));
    } else {
      await addSecretKey(secretKeyPath(sources));
      print(`A new key stands first in ${secretKeyPath(sources)}; the old ones stay behind it.`);
    }
    print(
      'Then run "postroom keys rotate". When "postroom keys list" shows no secrets of an old key, remove it.',
    );
    return true;
  }

  private async withKeys(
    act: (tools: {
      keyring: Keyring;
      uses: KeyUses;
      rotation: KeyRotation;
      audit: AuditLog;
      dataSource: Entities;
    }) => Promise<boolean>,
  ): Promise<boolean> {
    return withEntities(this.database, this.print, async (dataSource) => {
      const uses = new KeyUses(dataSource, SEALED_TABLES);
      const { keyring, problem } = await openKeyring(this.sources, () => Promise.resolve(false));
      if (problem !== null) this.print(problem);
      const rotation = new KeyRotation({ dataSource, keyring, tables: SEALED_TABLES });
      return act({ keyring, uses, rotation, audit: new AuditLog(() => new Date()), dataSource });
    });
  }
}

/** In the audit log. No token's name has an @, and no user's is without one. */
const ACTOR = { name: 'postroom keys', from: null };
