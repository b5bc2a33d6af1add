import type { DataSource, EntityManager } from 'typeorm';
import { validate as isUuid, v7 as newId } from 'uuid';
import {
  invalidInput,
  nameTaken,
  notFound,
  type InvalidInput,
  type NameTaken,
  type NotFound,
} from '../../refusals/refusal.ts';
import {
  forbidden,
  mayUseServer,
  reauthenticationRequired,
  type Caller,
  type ReauthenticationRequired,
} from '../access/index.ts';
import { changesBetween, type AuditLog, type AuditChange } from '../audit/index.ts';
import {
  defaultRefusal,
  disablingProblems,
  isDefaultFromNow,
  isNeededAsDefault,
  makeDefault,
} from './default-server.service.ts';
import { nameKey, sameDestination, SETTING_NAMES, weakens, type SmtpServer } from './smtp-server.ts';
import type { SmtpServerSettings } from './smtp-server.ts';
import { SmtpServerEntity } from './smtp-server.entity.ts';
import type {
  AddSmtpServer,
  ChangePassword,
  EditConflict,
  ServerInUse,
  UpdateSmtpServer,
} from './smtp-server.requests.ts';
import { changePasswordProblems, newPasswordProblems } from './password-change.rules.ts';
import { normaliseSettings, passwordProblems, settingsProblems } from './smtp-server.rules.ts';
import type { SmtpServerSecrets } from './smtp-server-secrets.service.ts';
import { nullProblems, requestedSettings, withDefaults, withSplitHost } from './requested-settings.ts';

export interface SmtpServersPorts {
  dataSource: DataSource;
  secrets: SmtpServerSecrets;
  audit: AuditLog;
  mail: MailOfServers;
  now: () => Date;
}

/** What the outbox, a later feature, is asked and told in the transaction of a change. */
export interface MailOfServers {
  /** Emails that wait for the server. */
  waiting: (manager: EntityManager, serverId: string) => Promise<number>;
  /** Its settings or its password are others now, or it is new. */
  settingsChanged: (manager: EntityManager, serverId: string) => Promise<void>;
}

/** Adds, changes and deletes servers. Each act is one transaction, its audit row included. */
export class SmtpServersService {
  private readonly ports: SmtpServersPorts;

  constructor(ports: SmtpServersPorts) {
    this.ports = ports;
  }

  async add(
    input: AddSmtpServer,
    caller: Caller,
  ): Promise<SmtpServer | InvalidInput | NameTaken | ReauthenticationRequired> {
    if (caller.serverIds !== null) throw forbidden(MAY_NOT_ADD);
    const { password = null, kind, ...given } = withSplitHost(input);
    const settings = normaliseSettings(withDefaults(given));
    const refusal =
      invalidInput([...settingsProblems(settings, kind), ...passwordProblems(password, settings.username)]) ??
      (settings.allowInsecureAuth ? reauthenticationRequired(caller, this.ports.now()) : null);
    if (refusal !== null) return refusal;

    return this.change(async (manager) => {
      if (await this.isNameTaken(manager, settings.name, null)) return nameTaken(NAME_TAKEN);
      const now = this.ports.now();
      const server = manager.create(SmtpServerEntity, {
        ...settings,
        id: newId(),
        kind,
        nameKey: nameKey(settings.name),
        isDefault: await isDefaultFromNow(manager, { kind, ...settings }),
        passwordChangedAt: null,
        passwordChangedBy: null,
        revision: 1,
        createdAt: now,
        updatedAt: now,
      });
      notePassword(server, password, caller, now);
      await manager.insert(SmtpServerEntity, server);
      await this.keepPassword(manager, server, password);
      await this.ports.mail.settingsChanged(manager, server.id);
      const changes = changesBetween<SmtpServerSettings>(SETTING_NAMES, null, server);
      await this.record(manager, caller, 'smtpServer.added', server, [
        ...changes,
        ...passwordChange(password !== null),
      ]);
      return server;
    });
  }

  async update(
    request: UpdateSmtpServer,
    caller: Caller,
  ): Promise<SmtpServer | InvalidInput | NameTaken | NotFound | EditConflict | ReauthenticationRequired> {
    const input = withSplitHost(request);
    return this.change(async (manager) => {
      const server = await this.find(manager, input.id, caller);
      if (server === null) return notFound(NOT_FOUND);
      const conflict = editConflict(server, input.revision);
      if (conflict !== null) return conflict;

      const before = { ...server };
      const settings = normaliseSettings({ ...server, ...requestedSettings(input) });
      const moves = !sameDestination(server, settings);
      const refusal =
        invalidInput([
          ...nullProblems(input),
          ...settingsProblems(settings, server.kind),
          ...newPasswordProblems(input.password, moves, settings.username),
          ...(await disablingProblems(manager, server, settings)),
        ]) ?? (weakens(before, settings) ? reauthenticationRequired(caller, this.ports.now()) : null);
      if (refusal !== null) return refusal;
      if (await this.isNameTaken(manager, settings.name, server.id)) return nameTaken(NAME_TAKEN);

      const changes = changesBetween<SmtpServerSettings>(SETTING_NAMES, before, settings);
      if (changes.length === 0) return server;
      const now = this.ports.now();
      const hadPassword = server.hasPassword;
      for (const name of SETTING_NAMES) Object.assign(server, { [name]: settings[name] });
      server.rename(settings.name);
      server.isDefault = await isDefaultFromNow(manager, server);
      if (moves) notePassword(server, input.password ?? null, caller, now);
      server.revision += 1;
      server.updatedAt = now;
      await manager.save(server);
      if (moves) await this.keepPassword(manager, server, input.password ?? null);
      await this.ports.mail.settingsChanged(manager, server.id);
      const passwordTouched = moves && (hadPassword || server.hasPassword);
      await this.record(manager, caller, 'smtpServer.updated', server, [
        ...changes,
        ...passwordChange(passwordTouched),
      ]);
      return server;
    });
  }

  async changePassword(
    input: ChangePassword,
    caller: Caller,
  ): Promise<SmtpServer | InvalidInput | NotFound | EditConflict> {
    return this.change(async (manager) => {
      const server = await this.find(manager, input.serverId, caller);
      if (server === null) return notFound(NOT_FOUND);
      const conflict = editConflict(server, input.revision);
      if (conflict !== null) return conflict;
      const refusal = invalidInput(changePasswordProblems(input, server.username));
      if (refusal !== null) return refusal;

      const password = input.password ?? null;
      const now = this.ports.now();
      notePassword(server, password, caller, now);
      server.revision += 1;
      server.updatedAt = now;
      await manager.save(server);
      await this.keepPassword(manager, server, password);
      await this.ports.mail.settingsChanged(manager, server.id);
      await this.record(manager, caller, 'smtpServer.passwordChanged', server, passwordChange(true));
      return server;
    });
  }

  async setDefault(id: string, caller: Caller): Promise<SmtpServer | NotFound | InvalidInput> {
    return this.change(async (manager) => {
      const server = await this.find(manager, id, caller);
      if (server === null) return notFound(NOT_FOUND);
      const refusal = defaultRefusal(server);
      if (refusal !== null) return refusal;
      if (server.isDefault) return server;
      if (caller.serverIds !== null) throw forbidden(MAY_NOT_MAKE_DEFAULT);
      await makeDefault(manager, server);
      await this.record(manager, caller, 'smtpServer.madeDefault', server, [
        { field: 'isDefault', before: 'false', after: 'true' },
      ]);
      return server;
    });
  }

  async delete(id: string, caller: Caller): Promise<{ id: string } | NotFound | ServerInUse> {
    return this.change(async (manager) => {
      const server = await this.find(manager, id, caller);
      if (server === null) return notFound(NOT_FOUND);
      // Waits for emails that are being accepted for it, and lets no more in until the verdict.
      await manager.query('SELECT FROM smtp_server WHERE id = $1 FOR UPDATE', [server.id]);
      const isNeeded = await isNeededAsDefault(manager, server);
      const waitingEmails = await this.ports.mail.waiting(manager, server.id);
      if (isNeeded || waitingEmails > 0) return serverInUse(waitingEmails, isNeeded);
      await manager.delete(SmtpServerEntity, { id: server.id });
      const changes = changesBetween<SmtpServerSettings>(SETTING_NAMES, server, null);
      await this.record(manager, caller, 'smtpServer.deleted', server, changes);
      return { id: server.id };
    });
  }

  /** Runs `act` alone: names, the default mark and revisions are decided by one writer at a time, whichever process it is in. */
  private async change<Result>(act: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.ports.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [SERVERS_LOCK]);
      return act(manager);
    });
  }

  /** null = there is none, or none that the caller may see. */
  private async find(manager: EntityManager, id: string, caller: Caller): Promise<SmtpServerEntity | null> {
    return isUuid(id) && mayUseServer(caller, id) ? manager.findOneBy(SmtpServerEntity, { id }) : null;
  }

  private async isNameTaken(
    manager: EntityManager,
    name: string,
    byOtherThan: string | null,
  ): Promise<boolean> {
    const other = await manager.findOneBy(SmtpServerEntity, { nameKey: nameKey(name) });
    return other !== null && other.id !== byOtherThan;
  }

  private async keepPassword(
    manager: EntityManager,
    server: SmtpServer,
    password: string | null,
  ): Promise<void> {
    if (password === null) await this.ports.secrets.erase(manager, server);
    else await this.ports.secrets.store(manager, server, password);
  }

  private async record(
    manager: EntityManager,
    caller: Caller,
    action: string,
    server: SmtpServer,
    changes: AuditChange[],
  ): Promise<void> {
    await this.ports.audit.record(manager, { caller, action, subject: server.name, changes });
  }
}

const SERVERS_LOCK = 7_003_001;
const NOT_FOUND = 'There is no server with this id: it may have been deleted. Look it up in the list.';
const MAY_NOT_ADD = 'This token is limited to some servers: it cannot add one.';
const MAY_NOT_MAKE_DEFAULT =
  'This token is limited to some servers: it cannot change which one everybody else sends with.';
const NAME_TAKEN = 'Another server has this name already: choose another one.';

function serverInUse(waitingEmails: number, isDefault: boolean): ServerInUse {
  const mail =
    waitingEmails === 1 ? '1 email still waits for it' : `${waitingEmails} emails still wait for it`;
  const reasons = [
    ...(isDefault ? ['This is the default server: make another one the default first.'] : []),
    ...(waitingEmails > 0
      ? [`${mail}: let them be sent, retry them over another server, or cancel them first.`]
      : []),
  ];
  return {
    refusal: 'ServerInUse',
    code: 'SERVER_IN_USE',
    message: reasons.join(' '),
    waitingEmails,
    isDefault,
  };
}

function editConflict(server: SmtpServer, revision: number | null | undefined): EditConflict | null {
  if (revision === undefined || revision === null || revision === server.revision) return null;
  return {
    refusal: 'EditConflict',
    code: 'EDIT_CONFLICT',
    message: 'Someone else saved this server in between: look at what it is now, then save again.',
    currentRevision: server.revision,
    current: server,
  };
}

function notePassword(server: SmtpServerEntity, password: string | null, caller: Caller, now: Date): void {
  server.passwordChangedAt = password === null ? null : now;
  server.passwordChangedBy = password === null ? null : caller.name;
}

function passwordChange(changed: boolean): AuditChange[] {
  return changed ? [{ field: 'password', before: null, after: 'changed' }] : [];
}
