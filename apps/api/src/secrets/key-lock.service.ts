import type { DataSource } from 'typeorm';
import type { Keyring } from './keyring.ts';
import type { KeyLock } from './secret-vault.ts';

/** A table with sealed secrets. */
export interface SealedTable {
  table: string;
  /** Its key column, a uuid. */
  id: string;
}

/** The keys that secrets are sealed with, and how many of them. */
export interface KeyUse {
  keyId: string;
  secrets: number;
}

/** So long an answer counts: the worker asks before each batch. */
const FRESH_MS = 5_000;

/** Knows whether every secret that is stored can be opened with the keys at hand. */
export class DatabaseKeyLock implements KeyLock {
  private readonly dataSource: DataSource;
  private readonly keyring: Keyring;
  private readonly tables: readonly SealedTable[];
  private readonly now: () => Date;
  private last: { at: number; missing: KeyUse[] } | null = null;

  constructor(ports: {
    dataSource: DataSource;
    keyring: Keyring;
    tables: readonly SealedTable[];
    now: () => Date;
  }) {
    this.dataSource = ports.dataSource;
    this.keyring = ports.keyring;
    this.tables = ports.tables;
    this.now = ports.now;
  }

  async isLocked(): Promise<boolean> {
    return (await this.missingKeys()).length > 0;
  }

  async missingKeys(): Promise<KeyUse[]> {
    const at = this.now().getTime();
    if (this.last !== null && at - this.last.at < FRESH_MS) return this.last.missing;
    const missing = (await this.keysInUse()).filter(({ keyId }) => !this.keyring.has(keyId));
    this.last = { at, missing };
    return missing;
  }

  async keysInUse(): Promise<KeyUse[]> {
    const counts = this.tables.map(({ table }) => `SELECT key_id FROM "${table}"`).join(' UNION ALL ');
    return this.dataSource.query<KeyUse[]>(
      `SELECT key_id AS "keyId", count(*)::integer AS secrets FROM (${counts}) AS secret GROUP BY key_id ORDER BY key_id`,
    );
  }
}
