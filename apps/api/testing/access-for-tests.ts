import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { SqlPool } from '../src/database/sql-pool.ts';
import {
  AccessService,
  AccountService,
  ApiTokens,
  argon2id,
  Attempts,
  SecondFactors,
  Sessions,
  TokenCallers,
  UsersService,
  type Passwords,
  type ServerNames,
} from '../src/features/access/index.ts';
import { AuditLog } from '../src/features/audit/index.ts';
import { Keyring } from '../src/secrets/keyring.ts';
import { SecretVault } from '../src/secrets/secret-vault.ts';

/** The set-up token of what is built here. */
export const SETUP_TOKEN = 'x'.repeat(43);

const noServers: ServerNames = { namesOf: async () => [] };

/** Everything of access on one database and one clock; a test takes what it is about. */
export function accessForTests(
  { dataSource, pool }: { dataSource: DataSource; pool: SqlPool },
  now: () => Date,
  onHash: () => void = () => undefined,
) {
  const audit = new AuditLog(now);
  const sessions = new Sessions(dataSource, now);
  const attempts = new Attempts(dataSource, now);
  const vault = new SecretVault(new Keyring([randomBytes(32)]), { isLocked: async () => false });
  const secondFactors = new SecondFactors({ dataSource, vault, attempts, audit, isRequired: false, now });
  const passwords: Passwords = {
    hash: (password) => (onHash(), argon2id.hash(password)),
    matches: (passwordHash, password) => (onHash(), argon2id.matches(passwordHash, password)),
  };
  const people = { dataSource, sessions, secondFactors, attempts, passwords, audit, now };
  return {
    sessions,
    attempts,
    secondFactors,
    access: new AccessService({ ...people, setupToken: SETUP_TOKEN }),
    account: new AccountService(people),
    users: new UsersService(people),
    apiTokens: new ApiTokens({ dataSource, servers: noServers, audit, now }),
    tokenCallers: new TokenCallers({ dataSource, pool, attempts, audit, now }),
  };
}
