import type { DataSource, EntityManager } from 'typeorm';
import { LessThan } from 'typeorm';
import { v7 as newId } from 'uuid';
import { notFound, type NotFound } from '../../refusals/refusal.ts';
import type { SealedTable } from '../../secrets/key-lock.service.ts';
import { UnreadableSecretError, type SecretVault } from '../../secrets/secret-vault.ts';
import type { AuditLog } from '../audit/index.ts';
import { wrongCredentials, type ReauthenticationRequired, type WrongCredentials } from './access.requests.ts';
import { forbidden } from './access-error.ts';
import type { Attempts } from './attempts.service.ts';
import { attemptsOfAccount, attemptsOfAddress } from './attempt-subject.ts';
import { reauthenticationRequired } from './reauthentication.ts';
import { RecoveryCodeEntity } from './recovery-code.entity.ts';
import { personOf, type Caller } from './request-context.ts';
import { newRecoveryCodes, newTotpSecret, recoveryCodeHash, totpStep, totpUri } from './second-factor.ts';
import { SecondFactorEntity } from './second-factor.entity.ts';
import { UserEntity } from './user.entity.ts';
import type { User } from './user.ts';

export const SECOND_FACTOR_SECRETS: SealedTable = {
  table: 'second_factor',
  id: 'id',
  places: async (_manager, ids) => new Map(ids.map((id) => [id, belongsTo(id)])),
  // A sign-in goes on asking for it: recovery codes are taken, or an administrator resets it.
  forgotten: async () => undefined,
};

/** One-time codes and recovery codes: setting them up, taking them, doing without them again. */
export class SecondFactors {
  private readonly ports: {
    dataSource: DataSource;
    vault: SecretVault;
    attempts: Attempts;
    audit: AuditLog;
    /** Does everybody need one here? */
    isRequired: boolean;
    now: () => Date;
  };

  constructor(ports: SecondFactors['ports']) {
    this.ports = ports;
  }

  /** null = a password is enough. */
  async of(user: User): Promise<{ since: Date; isRequired: boolean; recoveryCodesLeft: number } | null> {
    if (user.secondFactorSince === null) return null;
    const recoveryCodesLeft = await this.ports.dataSource
      .getRepository(RecoveryCodeEntity)
      .countBy({ userId: user.id });
    return { since: user.secondFactorSince, isRequired: this.ports.isRequired, recoveryCodesLeft };
  }

  /** A new secret beside the one that counts, if any; it counts once a code of it was given. */
  async setUp(caller: Caller): Promise<{ secret: string; uri: string } | ReauthenticationRequired> {
    const user = personOf(caller);
    const refusal = reauthenticationRequired(caller, this.ports.now());
    if (refusal !== null) return refusal;
    const secret = newTotpSecret();
    const id = newId();
    await this.ports.dataSource.transaction(async (manager) => {
      const sealed = await this.ports.vault.seal(secret, belongsTo(id));
      await manager.delete(SecondFactorEntity, { userId: user.id, isConfirmed: false });
      const createdAt = this.ports.now();
      const pending = { id, userId: user.id, isConfirmed: false, lastStep: 0, createdAt };
      await manager.insert(SecondFactorEntity, { ...pending, ...sealed });
    });
    return { secret, uri: totpUri(secret, user.email) };
  }

  async confirm(code: string, caller: Caller): Promise<{ codes: string[] } | WrongCredentials | NotFound> {
    const user = personOf(caller);
    const attempt = await this.ports.attempts.begin([
      attemptsOfAccount(user.email),
      attemptsOfAddress(caller.from),
    ]);
    const result = await this.ports.dataSource.transaction(async (manager) => {
      await lockUser(manager, user.id);
      const pending = await manager.findOneBy(SecondFactorEntity, { userId: user.id, isConfirmed: false });
      if (pending === null) return notFound('Begin with setUpSecondFactor: there is nothing to confirm.');
      const step = totpStep(this.open(pending), code, this.ports.now());
      if (step === null) return wrongCredentials(WRONG_CODE);
      await manager.delete(SecondFactorEntity, { userId: user.id, isConfirmed: true });
      await manager.update(SecondFactorEntity, { id: pending.id }, { isConfirmed: true, lastStep: step });
      const since = this.ports.now();
      await manager.update(UserEntity, { id: user.id }, { secondFactorSince: since });
      await this.record(manager, caller, user, 'secondFactor.enabled');
      return this.makeCodes(manager, user);
    });
    if ('codes' in result) await attempt.succeeded();
    else if (result.refusal === 'NotFound') await attempt.returned();
    return result;
  }

  async renewRecoveryCodes(
    caller: Caller,
  ): Promise<{ codes: string[] } | ReauthenticationRequired | NotFound> {
    const user = personOf(caller);
    const refusal = reauthenticationRequired(caller, this.ports.now());
    if (refusal !== null) return refusal;
    return this.ports.dataSource.transaction(async (manager) => {
      if (!(await this.isEnabled(manager, user))) return notFound(NOT_ENABLED);
      await this.record(manager, caller, user, 'secondFactor.recoveryCodesRenewed');
      return this.makeCodes(manager, user);
    });
  }

  /** Throws FORBIDDEN where everybody needs one. */
  async disable(caller: Caller): Promise<User | ReauthenticationRequired | NotFound> {
    if (this.ports.isRequired)
      throw forbidden('Everybody needs a second factor here: set up another one, which replaces this one.');
    const user = personOf(caller);
    const refusal = reauthenticationRequired(caller, this.ports.now());
    if (refusal !== null) return refusal;
    return this.ports.dataSource.transaction(async (manager) => {
      if (!(await this.isEnabled(manager, user))) return notFound(NOT_ENABLED);
      await this.remove(manager, user.id);
      await this.record(manager, caller, user, 'secondFactor.disabled');
      return { ...user, secondFactorSince: null };
    });
  }

  /** Everything of it: the secret, one that is being set up, and the recovery codes. */
  async remove(manager: EntityManager, userId: string): Promise<void> {
    await manager.delete(SecondFactorEntity, { userId });
    await manager.delete(RecoveryCodeEntity, { userId });
    await manager.update(UserEntity, { id: userId }, { secondFactorSince: null });
  }

  /** Takes a one-time code or a recovery code; false = it is neither, or was taken before. */
  async take(manager: EntityManager, user: User, code: string): Promise<boolean> {
    const given = code.slice(0, 100);
    const { affected } = await manager.delete(RecoveryCodeEntity, {
      userId: user.id,
      codeHash: recoveryCodeHash(given),
    });
    if (affected === 1) return true;
    const factor = await manager.findOneBy(SecondFactorEntity, { userId: user.id, isConfirmed: true });
    if (factor === null) return false;
    const step = totpStep(this.open(factor), given, this.ports.now());
    if (step === null) return false;
    // The condition stands in the statement: of two that bring one code at once, one changes the row.
    const taken = await manager.update(
      SecondFactorEntity,
      { id: factor.id, lastStep: LessThan(step) },
      { lastStep: step },
    );
    return taken.affected === 1;
  }

  private open(factor: SecondFactorEntity): string {
    const opened = this.ports.vault.open(factor, belongsTo(factor.id));
    if ('plaintext' in opened) return opened.plaintext;
    throw new UnreadableSecretError(
      'Codes of authenticator apps cannot be checked, because a key is missing: use a recovery code, or bring the key back.',
    );
  }

  private async isEnabled(manager: EntityManager, user: User): Promise<boolean> {
    const row = await lockUser(manager, user.id);
    return row.secondFactorSince !== null;
  }

  private async makeCodes(manager: EntityManager, user: User): Promise<{ codes: string[] }> {
    const codes = newRecoveryCodes();
    await manager.delete(RecoveryCodeEntity, { userId: user.id });
    const rows = codes.map((code) => ({ userId: user.id, codeHash: recoveryCodeHash(code) }));
    await manager.insert(RecoveryCodeEntity, rows);
    return { codes };
  }

  private async record(manager: EntityManager, caller: Caller, user: User, action: string): Promise<void> {
    await this.ports.audit.record(manager, { caller, action, subject: user.email });
  }
}

const WRONG_CODE =
  'The code is wrong or was used already: wait for the next one, and check the clock of the device.';
const NOT_ENABLED = 'You have no second factor: set one up first.';

function belongsTo(id: string): string {
  return `second-factor ${id}`;
}

async function lockUser(manager: EntityManager, id: string): Promise<UserEntity> {
  return manager.findOneOrFail(UserEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
}
