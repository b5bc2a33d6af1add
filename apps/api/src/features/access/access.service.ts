import { timingSafeEqual } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { invalidInput, type InvalidInput } from '../../refusals/refusal.ts';
import type { AuditLog } from '../audit/index.ts';
import type { AlreadySetUp, SetUp, SignIn, WrongCredentials } from './access.requests.ts';
import { hashPassword, passwordMatches } from './passwords.ts';
import type { Sessions } from './sessions.service.ts';
import { UserEntity } from './user.entity.ts';
import { emailKey, Role, userProblems, type User } from './user.ts';

export interface SignedIn {
  user: User;
  /** For the session cookie. */
  sessionToken: string;
}

/** The first administrator, signing in and signing out. */
export class AccessService {
  private readonly dataSource: DataSource;
  private readonly sessions: Sessions;
  private readonly audit: AuditLog;
  private readonly setupToken: string;
  private readonly now: () => Date;

  constructor(ports: {
    dataSource: DataSource;
    sessions: Sessions;
    audit: AuditLog;
    setupToken: string;
    now: () => Date;
  }) {
    this.dataSource = ports.dataSource;
    this.sessions = ports.sessions;
    this.audit = ports.audit;
    this.setupToken = ports.setupToken;
    this.now = ports.now;
  }

  async needsSetUp(): Promise<boolean> {
    return !(await this.dataSource.getRepository(UserEntity).exists());
  }

  async setUp(
    input: SetUp,
    from: string | null,
  ): Promise<SignedIn | InvalidInput | WrongCredentials | AlreadySetUp> {
    if (!(await this.needsSetUp())) return ALREADY_SET_UP;
    if (!sameText(input.setupToken, this.setupToken)) {
      return wrongCredentials(
        'This is not the set-up token: open the link that the service printed when it started.',
      );
    }
    const refusal = invalidInput(userProblems(input));
    if (refusal !== null) return refusal;
    const user = await this.makeFirstAdministrator(input, from);
    if (user === null) return ALREADY_SET_UP;
    return { user, sessionToken: await this.sessions.begin(this.dataSource.manager, user) };
  }

  /** null = there is a user already. Of several at once, in whichever process, one wins. */
  async makeFirstAdministrator(
    person: { email: string; name: string; password: string },
    from: string | null,
  ): Promise<User | null> {
    const passwordHash = await hashPassword(person.password);
    return this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [USERS_LOCK]);
      if (await manager.exists(UserEntity)) return null;
      const user = manager.create(UserEntity, {
        id: newId(),
        email: person.email.trim(),
        emailKey: emailKey(person.email),
        name: person.name.trim(),
        role: Role.ADMIN,
        isDisabled: false,
        passwordHash,
        lastSeenAt: null,
        createdAt: this.now(),
      });
      await manager.insert(UserEntity, user);
      await this.record(manager, 'user.added', user.email, from, user.email);
      return user;
    });
  }

  async signIn(input: SignIn, from: string | null): Promise<SignedIn | WrongCredentials> {
    const user = await this.dataSource
      .getRepository(UserEntity)
      .createQueryBuilder('user')
      .addSelect('user.passwordHash')
      .where('user.emailKey = :key', { key: emailKey(input.email.slice(0, 400)) })
      .getOne();
    const matches = await passwordMatches(user?.passwordHash ?? null, input.password.slice(0, 1000));
    if (user === null || !matches || user.isDisabled) {
      await this.record(
        this.dataSource.manager,
        'session.refused',
        user?.email ?? 'unknown',
        from,
        'sign-in',
      );
      return wrongCredentials('The email address or the password is wrong: try again.');
    }
    return this.dataSource.transaction(async (manager) => {
      const sessionToken = await this.sessions.begin(manager, user);
      await this.record(manager, 'session.begun', user.email, from, user.email);
      return { user, sessionToken };
    });
  }

  async signOut(sessionToken: string, actor: string, from: string | null): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.sessions.end(manager, sessionToken);
      await this.record(manager, 'session.ended', actor, from, actor);
    });
  }

  private async record(
    manager: EntityManager,
    action: string,
    actor: string,
    from: string | null,
    subject: string,
  ): Promise<void> {
    await this.audit.record(manager, { caller: { name: actor, from }, action, subject });
  }
}

const USERS_LOCK = 7_003_002;
const ALREADY_SET_UP: AlreadySetUp = {
  refusal: 'AlreadySetUp',
  code: 'ALREADY_SET_UP',
  message: 'There is an administrator already: sign in instead.',
};

function wrongCredentials(message: string): WrongCredentials {
  return { refusal: 'WrongCredentials', code: 'WRONG_CREDENTIALS', message };
}

function sameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
