import { randomBytes } from 'node:crypto';
import {
  Attempts,
  emailKey,
  SecondFactors,
  Sessions,
  argon2id,
  UsersService,
  type Caller,
} from '../features/access/index.ts';
import { AuditLog } from '../features/audit/index.ts';
import { Keyring } from '../secrets/keyring.ts';
import { SecretVault } from '../secrets/secret-vault.ts';
import { withEntities, type CliDatabase, type Entities } from './cli-database.ts';

/** `postroom users ...`: the way back in for whoever has the machine. Each returns whether it could do what was asked. */
export class UsersCommand {
  private readonly database: CliDatabase;
  private readonly print: (line: string) => void;

  constructor(database: CliDatabase, print: (line: string) => void) {
    this.database = database;
    this.print = print;
  }

  async list(): Promise<boolean> {
    return withEntities(this.database, this.print, async (dataSource) => {
      for (const { email, role, isDisabled, secondFactorSince } of await usersOf(dataSource).all()) {
        const marks = [isDisabled && 'disabled', secondFactorSince !== null && 'second factor'];
        this.print([role.padEnd(8), email, ...marks.filter((mark) => mark !== false)].join('  '));
      }
      return true;
    });
  }

  /** A temporary password in place of password and second factor; sessions end, and attempts that failed are forgotten. */
  async reset(email: string): Promise<boolean> {
    return withEntities(this.database, this.print, async (dataSource) => {
      const users = usersOf(dataSource);
      const user = (await users.all()).find((each) => emailKey(each.email) === emailKey(email));
      if (user === undefined) {
        this.print('Nobody signs in with this address: see "postroom users list". Nothing was changed.');
        return false;
      }
      const password = randomBytes(15).toString('base64url');
      const acts = { password, isPasswordTemporary: true, resetSecondFactor: true, endSessions: true };
      const result = await users.update({ id: user.id, ...acts }, ACTOR);
      if ('refusal' in result) throw new Error(result.message);
      this.print(
        `${user.email} signs in with this password now, and has to choose another one within 7 days:`,
      );
      this.print(password);
      if (user.isDisabled)
        this.print('The account is disabled, and stays so until an administrator enables it.');
      return true;
    });
  }
}

function usersOf(dataSource: Entities): UsersService {
  const now = () => new Date();
  const audit = new AuditLog(now);
  const attempts = new Attempts(dataSource, now);
  // No secret is opened or sealed here, so that a lost key keeps nobody out.
  const vault = new SecretVault(new Keyring([]), { isLocked: () => Promise.resolve(true) });
  return new UsersService({
    dataSource,
    sessions: new Sessions(dataSource, now),
    secondFactors: new SecondFactors({ dataSource, vault, attempts, audit, isRequired: false, now }),
    attempts,
    passwords: argon2id,
    audit,
    now,
  });
}

/** Who has the machine is asked for nothing. In the audit log no token's name has an @, and no user's is without one. */
const ACTOR: Caller = {
  id: 'postroom users',
  user: null,
  name: 'postroom users',
  from: null,
  permissions: new Set(),
  serverIds: null,
  allowedFrom: null,
  mustFirst: null,
};
