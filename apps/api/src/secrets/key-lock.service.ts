import type { DataSource, EntityManager } from 'typeorm';
import type { Keyring } from './keyring.ts';
import type { KeyLock } from './secret-vault.ts';

/** A table with sealed secrets: columns key_id, wrapped_key, nonce, ciphertext. */
export interface SealedTable {
  table: string;
  /** Its key column, a uuid. */
  id: string;
  /** What each of these rows is bound to; asked for those that have no data key yet. */
  places: (manager: EntityManager, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Their secrets are gone for good: what else must not say that there is one. */
  forgotten: (manager: EntityManager, ids: readonly string[]) => Promise<void>;
}

/** The keys that secrets are sealed with, and how many of them. */
export interface KeyUse {
  keyId: string;
  secrets: number;
}

export class KeyUses {
  private readonly dataSource: DataSource;
  private readonly tables: readonly SealedTable[];

  constructor(dataSource: DataSource, tables: readonly SealedTable[]) {
    this.dataSource = dataSource;
    this.tables = tables;
  }

  async all(): Promise<KeyUse[]> {
    const counts = this.tables.map(({ table }) => `SELECT key_id FROM "${table}"`).join(' UNION ALL ');
    return this.dataSource.query<KeyUse[]>(
      `SELECT key_id AS "keyId", count(*)::integer AS secrets FROM (${counts}) AS secret GROUP BY key_id ORDER BY key_id`,
    );
  }
}

/** So long an answer counts: the worker asks before each batch. */
const FRESH_MS = 5_000;

/** Knows whether every secret that is stored can be opened with the keys at hand. */
export class DatabaseKeyLock implements KeyLock {
  private readonly ports: { uses: KeyUses; keyring: Keyring; now: () => Date };
  private last: { at: number; missing: KeyUse[] } | null = null;

  constructor(ports: DatabaseKeyLock['ports']) {
    this.ports = ports;
  }

  async isLocked(): Promise<boolean> {
    return (await this.missingKeys()).length > 0;
  }

  async missingKeys(): Promise<KeyUse[]> {
    const at = this.ports.now().getTime();
    if (this.last !== null && at - this.last.at < FRESH_MS) return this.last.missing;
    const missing = (await this.ports.uses.all()).filter(({ keyId }) => !this.ports.keyring.has(keyId));
    this.last = { at, missing };
    return missing;
  }
}
