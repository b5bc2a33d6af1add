import type { DataSource, EntityManager } from 'typeorm';
import { validate as isUuid } from 'uuid';
import {
  invalidInput,
  notFound,
  type InputProblem,
  type InvalidInput,
  type NotFound,
} from '../../refusals/refusal.ts';
import type { AuditChange, AuditLog } from '../audit/index.ts';
import {
  wrongCredentials,
  type ChangeOwnPassword,
  type Reauthenticate,
  type WrongCredentials,
} from './access.requests.ts';
import type { SignedIn } from './access.service.ts';
import { attemptsOfAccount, attemptsOfAddress } from './attempt-subject.ts';
import type { Attempts } from './attempts.service.ts';
import { passwordMatches, type Passwords } from './passwords.ts';
import { FRESH_MS } from './reauthentication.ts';
import { personOf, type Caller } from './request-context.ts';
import type { SecondFactors } from './second-factors.service.ts';
import type { Client, Session } from './session.ts';
import type { Sessions } from './sessions.service.ts';
import { UserEntity } from './user.entity.ts';
import { userPasswordProblems, type User } from './user.ts';

/** What people do with their own account. */
export class AccountService {
  private readonly ports: {
    dataSource: DataSource;
    sessions: Sessions;
    secondFactors: SecondFactors;
    attempts: Attempts;
    passwords: Passwords;
    audit: AuditLog;
  };

  constructor(ports: AccountService['ports']) {
    this.ports = ports;
  }

  async sessions(caller: Caller): Promise<(Session & { isCurrent: boolean })[]> {
    const sessions = await this.ports.sessions.ofUser(caller.id);
    return sessions.map((session) => ({ ...session, isCurrent: session.id === caller.session?.id }));
  }

  async signOut(caller: Caller): Promise<void> {
    if (caller.session) await this.endSession(caller.session.id, caller);
  }

  async endSession(id: string, caller: Caller): Promise<{ id: string } | NotFound> {
    return this.ports.dataSource.transaction(async (manager) => {
      const ended = isUuid(id) && (await this.ports.sessions.end(manager, id, caller.id));
      if (!ended) return notFound('You have no session with this id: it may be over already.');
      await this.record(manager, caller, 'session.ended');
      return { id };
    });
  }

  async endOtherSessions(caller: Caller): Promise<{ count: number }> {
    return this.ports.dataSource.transaction(async (manager) => {
      const count = await this.ports.sessions.endAll(manager, caller.id, caller.session?.id ?? null);
      if (count > 0) await this.record(manager, caller, 'session.othersEnded');
      return { count };
    });
  }

  /** Every session ends; the answer begins a new one. Throws RATE_LIMITED. */
  async changePassword(
    input: ChangeOwnPassword,
    caller: Caller,
    client: Client,
  ): Promise<SignedIn | InvalidInput | WrongCredentials> {
    const user = personOf(caller);
    const refusal = invalidInput(newPasswordProblems(input, user));
    if (refusal !== null) return refusal;
    if (!(await this.proves(caller, { password: input.currentPassword }))) {
      await this.record(this.ports.dataSource.manager, caller, 'user.passwordChangeRefused');
      return wrongCredentials('The current password is wrong: nothing was changed.');
    }
    const passwordHash = await this.ports.passwords.hash(input.newPassword);
    return this.ports.dataSource.transaction(async (manager) => {
      const own = { passwordHash, temporaryPasswordUntil: null };
      await manager.update(UserEntity, { id: user.id }, own);
      const ended = await this.ports.sessions.endAll(manager, user.id);
      await this.record(manager, caller, 'user.passwordChanged', [
        { field: 'password', before: null, after: 'changed' },
        { field: 'sessions', before: String(ended), after: '1' },
      ]);
      const sessionToken = await this.ports.sessions.begin(manager, user, client);
      return { user: { ...user, temporaryPasswordUntil: null }, sessionToken };
    });
  }

  /** Exactly one of password and code. The session goes on under a new token. Throws RATE_LIMITED. */
  async reauthenticate(
    input: Reauthenticate,
    caller: Caller,
  ): Promise<{ until: Date; sessionToken: string } | WrongCredentials> {
    const { session } = caller;
    if (session === undefined || !(await this.proves(caller, input))) {
      await this.record(this.ports.dataSource.manager, caller, 'session.reauthenticationRefused');
      return wrongCredentials('The password or the code is wrong: try again.');
    }
    return this.ports.dataSource.transaction(async (manager) => {
      const { at, token } = await this.ports.sessions.authenticatedAgain(manager, session.id);
      await this.record(manager, caller, 'session.reauthenticated');
      return { until: new Date(at.getTime() + FRESH_MS), sessionToken: token };
    });
  }

  private async proves(caller: Caller, { password, code }: Reauthenticate): Promise<boolean> {
    const user = personOf(caller);
    const attempt = await this.ports.attempts.begin([
      attemptsOfAccount(user.email),
      attemptsOfAddress(caller.from),
    ]);
    const { manager } = this.ports.dataSource;
    const isProved =
      typeof password === 'string'
        ? await this.isPassword(manager, user.id, password)
        : await this.ports.secondFactors.take(manager, user, code ?? '');
    if (isProved) await attempt.succeeded();
    return isProved;
  }

  private async isPassword(manager: EntityManager, userId: string, password: string): Promise<boolean> {
    const { passwordHash } = await manager.findOneOrFail(UserEntity, {
      where: { id: userId },
      select: { id: true, passwordHash: true },
    });
    return passwordMatches(this.ports.passwords, passwordHash, password);
  }

  private async record(
    manager: EntityManager,
    caller: Caller,
    action: string,
    changes: AuditChange[] = [],
  ): Promise<void> {
    await this.ports.audit.record(manager, { caller, action, subject: caller.name, changes });
  }
}

/** A temporary password is known to somebody else: it does not become one's own by being entered twice. */
function newPasswordProblems(
  { currentPassword, newPassword }: ChangeOwnPassword,
  user: User,
): InputProblem[] {
  const problems = userPasswordProblems('newPassword', newPassword, user);
  if (problems.length > 0 || user.temporaryPasswordUntil === null || newPassword !== currentPassword)
    return problems;
  const message = 'Choose another password than the present one, which somebody else knows.';
  return [{ path: 'newPassword', code: 'PASSWORD_UNCHANGED', message }];
}
