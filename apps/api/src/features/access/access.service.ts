import { timingSafeEqual } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { DataSource, EntityManager } from 'typeorm';
import { invalidInput, type InvalidInput } from '../../refusals/refusal.ts';
import type { AuditLog } from '../audit/index.ts';
import {
  wrongCredentials,
  type AlreadySetUp,
  type PasswordExpired,
  type SecondFactorRequired,
  type SetUp,
  type SignIn,
  type WrongCredentials,
} from './access.requests.ts';
import { attemptsAtSetUp, attemptsOfAccount, attemptsOfAddress, delayedSignIns } from './attempt-subject.ts';
import type { Attempt, Attempts } from './attempts.service.ts';
import { passwordMatches, type Passwords } from './passwords.ts';
import type { SecondFactors } from './second-factors.service.ts';
import type { Client } from './session.ts';
import type { Sessions } from './sessions.service.ts';
import { UserEntity } from './user.entity.ts';
import { emailKey, Role, userProblems, type NewUser, type User } from './user.ts';
import { lockUsers, newUser } from './users.service.ts';

export interface SignedIn {
  user: User;
  /** For the session cookie. */
  sessionToken: string;
}

export interface AccessPorts {
  dataSource: DataSource;
  sessions: Sessions;
  secondFactors: SecondFactors;
  attempts: Attempts;
  passwords: Passwords;
  audit: AuditLog;
  setupToken: string;
  now: () => Date;
}

/** The first administrator, and signing in. */
export class AccessService {
  private readonly ports: AccessPorts;

  constructor(ports: AccessPorts) {
    this.ports = ports;
  }

  async needsSetUp(): Promise<boolean> {
    return !(await this.ports.dataSource.getRepository(UserEntity).exists());
  }

  /** Throws RATE_LIMITED after too many wrong tokens. */
  async setUp(
    input: SetUp,
    client: Client,
  ): Promise<SignedIn | InvalidInput | WrongCredentials | AlreadySetUp> {
    if (!(await this.needsSetUp())) return ALREADY_SET_UP;
    const attempt = await this.ports.attempts.begin([attemptsAtSetUp(client.from)]);
    if (!sameText(input.setupToken, this.ports.setupToken)) {
      await this.record(this.ports.dataSource.manager, 'setUp.refused', 'unknown', client, 'set-up');
      return wrongCredentials(
        'This is not the set-up token: open the link that the service printed when it started.',
      );
    }
    await attempt.succeeded();
    const refusal = invalidInput(userProblems(input));
    if (refusal !== null) return refusal;
    const user = await this.makeFirstAdministrator(input, client.from);
    if (user === null) return ALREADY_SET_UP;
    return {
      user,
      sessionToken: await this.ports.sessions.begin(this.ports.dataSource.manager, user, client),
    };
  }

  /** null = there is a user already. Of several at once, in whichever process, one wins. */
  async makeFirstAdministrator(person: NewUser, from: string | null): Promise<User | null> {
    const passwordHash = await this.ports.passwords.hash(person.password);
    return this.ports.dataSource.transaction(async (manager) => {
      await lockUsers(manager);
      if (await manager.exists(UserEntity)) return null;
      const user = newUser({ ...person, role: Role.ADMIN }, passwordHash, this.ports.now());
      await manager.insert(UserEntity, user);
      await this.record(manager, 'user.added', user.email, { from }, user.email);
      const { passwordHash: _, emailKey: __, ...added } = user;
      return added;
    });
  }

  /** Throws RATE_LIMITED where too many attempts failed before, at this account or from this address. */
  async signIn(
    input: SignIn,
    client: Client,
  ): Promise<SignedIn | WrongCredentials | SecondFactorRequired | PasswordExpired> {
    const attempt = await this.beginSignIn(input.email, client);
    const found = await this.ports.dataSource
      .getRepository(UserEntity)
      .createQueryBuilder('user')
      .addSelect('user.passwordHash')
      .where('user.emailKey = :key', { key: emailKey(input.email.slice(0, 400)) })
      .getOne();
    const matches = await passwordMatches(this.ports.passwords, found?.passwordHash ?? null, input.password);
    if (found === null || !matches || found.isDisabled) return this.refuse(found, client);
    const { passwordHash: _, ...user } = found;
    if (isOver(user.temporaryPasswordUntil, this.ports.now())) {
      await this.recordRefusal(user.email, client);
      return PASSWORD_EXPIRED;
    }
    const code = input.code ?? '';
    if (user.secondFactorSince !== null && code.trim() === '') {
      await attempt.returned();
      return SECOND_FACTOR_REQUIRED;
    }
    const signedIn = await this.ports.dataSource.transaction(async (manager) => {
      if (user.secondFactorSince !== null && !(await this.ports.secondFactors.take(manager, user, code)))
        return null;
      const sessionToken = await this.ports.sessions.begin(manager, user, client);
      await this.record(manager, 'session.begun', user.email, client, user.email);
      return { user, sessionToken };
    });
    if (signedIn === null) return this.refuse(found, client);
    await attempt.succeeded();
    return signedIn;
  }

  /** One row a minute of a network tells that attempts are not looked at: the log cannot be filled by them. */
  private async beginSignIn(email: string, client: Client): Promise<Attempt> {
    const { attempts, audit, dataSource } = this.ports;
    try {
      return await attempts.begin([attemptsOfAccount(email), attemptsOfAddress(client.from)]);
    } catch (error) {
      const isDelayed = error instanceof GraphQLError;
      if (isDelayed && (await attempts.isFirstInAWhile(delayedSignIns(client.from)))) {
        await audit.record(dataSource.manager, {
          caller: { name: 'unknown', from: client.from },
          action: 'session.attemptsRefused',
          subject: 'sign-in',
        });
      }
      throw error;
    }
  }

  private async refuse(user: User | null, client: Client): Promise<WrongCredentials> {
    await this.recordRefusal(user?.email ?? 'unknown', client);
    return wrongCredentials('The email address, the password or the code is wrong: try again.');
  }

  private async recordRefusal(actor: string, client: Client): Promise<void> {
    await this.record(this.ports.dataSource.manager, 'session.refused', actor, client, 'sign-in');
  }

  private async record(
    manager: EntityManager,
    action: string,
    actor: string,
    { from }: Pick<Client, 'from'>,
    subject: string,
  ): Promise<void> {
    await this.ports.audit.record(manager, { caller: { name: actor, from }, action, subject });
  }
}

const ALREADY_SET_UP: AlreadySetUp = {
  refusal: 'AlreadySetUp',
  code: 'ALREADY_SET_UP',
  message: 'There is an administrator already: sign in instead.',
};
const PASSWORD_EXPIRED: PasswordExpired = {
  refusal: 'PasswordExpired',
  code: 'PASSWORD_EXPIRED',
  message:
    'This first password was to be changed in time, and has expired: ask an administrator for another one.',
};
const SECOND_FACTOR_REQUIRED: SecondFactorRequired = {
  refusal: 'SecondFactorRequired',
  code: 'SECOND_FACTOR_REQUIRED',
  message: 'Enter the code of your authenticator app, or a recovery code.',
};

function isOver(until: Date | null, now: Date): boolean {
  return until !== null && until <= now;
}

function sameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
