import { validate as isUuid, v7 as newId } from 'uuid';
import { Not, type DataSource, type EntityManager } from 'typeorm';
import {
  invalidInput,
  nameTaken,
  notFound,
  type InputProblem,
  type InvalidInput,
  type NameTaken,
  type NotFound,
} from '../../refusals/refusal.ts';
import { changesBetween, type AuditChange, type AuditLog } from '../audit/index.ts';
import type { AddUser, LastAdministrator, ReauthenticationRequired, UpdateUser } from './access.requests.ts';
import { attemptsOfAccount } from './attempt-subject.ts';
import type { Attempts } from './attempts.service.ts';
import type { Passwords } from './passwords.ts';
import { reauthenticationRequired } from './reauthentication.ts';
import type { Caller } from './request-context.ts';
import type { SecondFactors } from './second-factors.service.ts';
import type { Sessions } from './sessions.service.ts';
import { UserEntity } from './user.entity.ts';
import {
  emailKey,
  Role,
  TEMPORARY_PASSWORD_DAYS,
  userNameProblems,
  userPasswordProblems,
  userProblems,
  type User,
} from './user.ts';

/** The people who may sign in, as an administrator manages them. */
export class UsersService {
  private readonly ports: {
    dataSource: DataSource;
    sessions: Sessions;
    secondFactors: SecondFactors;
    attempts: Attempts;
    passwords: Passwords;
    audit: AuditLog;
    now: () => Date;
  };

  constructor(ports: UsersService['ports']) {
    this.ports = ports;
  }

  /** By address. */
  async all(): Promise<User[]> {
    return this.ports.dataSource.getRepository(UserEntity).find({ order: { emailKey: 'ASC' } });
  }

  async add(
    input: AddUser,
    caller: Caller,
  ): Promise<User | InvalidInput | NameTaken | ReauthenticationRequired> {
    const refusal =
      invalidInput(userProblems(input)) ??
      (input.role === Role.ADMIN ? reauthenticationRequired(caller, this.ports.now()) : null);
    if (refusal !== null) return refusal;
    const passwordHash = await this.ports.passwords.hash(input.password);
    return this.ports.dataSource.transaction(async (manager) => {
      await lockUsers(manager);
      if (await manager.existsBy(UserEntity, { emailKey: emailKey(input.email) }))
        return nameTaken('Another user signs in with this address already: choose another one.');
      const user = {
        ...newUser(input, passwordHash, this.ports.now()),
        temporaryPasswordUntil: this.temporaryUntil(input),
      };
      await manager.insert(UserEntity, user);
      await this.record(manager, caller, 'user.added', user, [
        ...changesBetween<User>(AUDITED, null, user),
        { field: 'password', before: null, after: 'changed' },
      ]);
      return user;
    });
  }

  async update(
    input: UpdateUser,
    caller: Caller,
  ): Promise<User | InvalidInput | NotFound | LastAdministrator | ReauthenticationRequired> {
    // Before the lock: it takes its time. What is refused anyway is not hashed.
    const password = input.password ?? null;
    const isTaken = password !== null && userPasswordProblems('password', password, NOBODY).length === 0;
    const passwordHash = isTaken ? await this.ports.passwords.hash(password) : null;
    return this.ports.dataSource.transaction(async (manager) => {
      await lockUsers(manager);
      const before = isUuid(input.id) ? await manager.findOneBy(UserEntity, { id: input.id }) : null;
      if (before === null) return notFound('There is no user with this id: look it up in the list.');
      const after: User = {
        ...before,
        name: (input.name ?? before.name).trim(),
        role: input.role ?? before.role,
        isDisabled: input.isDisabled ?? before.isDisabled,
        temporaryPasswordUntil:
          password === null ? before.temporaryPasswordUntil : this.temporaryUntil(input),
      };
      const refusal =
        invalidInput([...nullProblems(input), ...problemsOf(input, after)]) ??
        (await this.lastAdministrator(manager, before, after)) ??
        (touchesAdministrator(before, after, input)
          ? reauthenticationRequired(caller, this.ports.now())
          : null);
      if (refusal !== null) return refusal;
      return this.change(manager, { before, after, passwordHash, input, caller });
    });
  }

  private async change(
    manager: EntityManager,
    act: { before: User; after: User; passwordHash: string | null; input: UpdateUser; caller: Caller },
  ): Promise<User> {
    const { before, after, passwordHash, input, caller } = act;
    const { id, name, role, isDisabled, temporaryPasswordUntil } = after;
    await manager.update(
      UserEntity,
      { id },
      { name, role, isDisabled, temporaryPasswordUntil, ...(passwordHash && { passwordHash }) },
    );
    if (passwordHash !== null) await this.ports.attempts.beginAnew(attemptsOfAccount(after.email));
    const loses = input.resetSecondFactor === true && before.secondFactorSince !== null;
    if (loses) await this.ports.secondFactors.remove(manager, id);
    const signsOut = passwordHash !== null || isDisabled || input.endSessions === true;
    const ended = signsOut ? await this.ports.sessions.endAll(manager, id) : 0;
    const changes = [
      ...changesBetween<User>(AUDITED, before, after),
      ...(passwordHash === null ? [] : [{ field: 'password', before: null, after: 'changed' }]),
      ...(ended > 0 ? [{ field: 'sessions', before: String(ended), after: '0' }] : []),
      ...(loses ? [{ field: 'secondFactor', before: 'enabled', after: null }] : []),
    ];
    if (changes.length > 0) await this.record(manager, caller, 'user.updated', after, changes);
    return loses ? { ...after, secondFactorSince: null } : after;
  }

  private temporaryUntil({ isPasswordTemporary }: Pick<AddUser, 'isPasswordTemporary'>): Date | null {
    if (isPasswordTemporary !== true) return null;
    return new Date(this.ports.now().getTime() + TEMPORARY_PASSWORD_DAYS * DAY_MS);
  }

  /** Of the administrators that can sign in one must be left. The lock makes parallel changes wait for each other. */
  private async lastAdministrator(
    manager: EntityManager,
    before: User,
    after: User,
  ): Promise<LastAdministrator | null> {
    if (!isAdministrator(before) || isAdministrator(after)) return null;
    const others = { id: Not(before.id), role: Role.ADMIN, isDisabled: false };
    return (await manager.existsBy(UserEntity, others)) ? null : LAST_ADMINISTRATOR;
  }

  private async record(
    manager: EntityManager,
    caller: Caller,
    action: string,
    user: User,
    changes: AuditChange[],
  ): Promise<void> {
    await this.ports.audit.record(manager, { caller, action, subject: user.email, changes });
  }
}

const NOBODY = { email: '', name: '' };
const USERS_LOCK = 7_003_002;
const DAY_MS = 24 * 60 * 60_000;
const AUDITED = ['email', 'name', 'role', 'isDisabled', 'temporaryPasswordUntil'] as const;
const LAST_ADMINISTRATOR: LastAdministrator = {
  refusal: 'LastAdministrator',
  code: 'LAST_ADMINISTRATOR',
  message: 'This is the last administrator who can sign in: make another one first.',
};

/** Until the end of the transaction, who is there and what they may do is decided by nobody else. */
export async function lockUsers(manager: EntityManager): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [USERS_LOCK]);
}

export function newUser(
  person: Pick<AddUser, 'email' | 'name' | 'role'>,
  passwordHash: string,
  now: Date,
): User & { emailKey: string; passwordHash: string } {
  return {
    id: newId(),
    email: person.email.trim(),
    emailKey: emailKey(person.email),
    name: person.name.trim(),
    role: person.role,
    isDisabled: false,
    passwordHash,
    secondFactorSince: null,
    temporaryPasswordUntil: null,
    lastSeenAt: null,
    createdAt: now,
  };
}

function isAdministrator(user: User): boolean {
  return user.role === Role.ADMIN && !user.isDisabled;
}

/** Makes an administrator, or takes what protects one into the caller's hands. */
function touchesAdministrator(before: User, after: User, input: UpdateUser): boolean {
  if (!isAdministrator(after)) return false;
  return !isAdministrator(before) || typeof input.password === 'string' || input.resetSecondFactor === true;
}

function problemsOf(input: UpdateUser, after: User): InputProblem[] {
  return [
    ...userNameProblems(after.name),
    ...(typeof input.password === 'string' ? userPasswordProblems('password', input.password, after) : []),
    ...(input.isPasswordTemporary === true && input.password === undefined ? [TEMPORARY_ALONE] : []),
  ];
}

const TEMPORARY_ALONE: InputProblem = {
  path: 'password',
  code: 'REQUIRED',
  message: 'Send the temporary password itself as well, or leave isPasswordTemporary out.',
};

function nullProblems(input: UpdateUser): InputProblem[] {
  return (['name', 'role', 'isDisabled', 'password'] as const)
    .filter((path) => input[path] === null)
    .map((path) => ({
      path,
      code: 'REQUIRED',
      message: 'Enter a value, or leave the field out to keep the present one.',
    }));
}
