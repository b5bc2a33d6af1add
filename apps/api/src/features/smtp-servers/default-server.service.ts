import type { EntityManager } from 'typeorm';
import { invalidField, type InputProblem, type InvalidInput } from '../../refusals/refusal.ts';
import { canBeDefault, ServerKind, type SmtpServer, type SmtpServerSettings } from './smtp-server.ts';
import { SmtpServerEntity } from './smtp-server.entity.ts';

// Which server is the default one: at most one, enabled and SMTP, and one wherever there is such a server. All of it under the lock of a change.

/** It goes on as the default, or becomes it where there is none. */
export async function isDefaultFromNow(
  manager: EntityManager,
  server: Pick<SmtpServer, 'kind' | 'isEnabled'> & Partial<Pick<SmtpServer, 'isDefault'>>,
): Promise<boolean> {
  if (!canBeDefault(server)) return false;
  return server.isDefault === true || !(await manager.existsBy(SmtpServerEntity, { isDefault: true }));
}

/** The mark is passed on by hand, before its server is disabled; the last server that could have it may go without. */
export async function disablingProblems(
  manager: EntityManager,
  server: SmtpServerEntity,
  next: SmtpServerSettings,
): Promise<InputProblem[]> {
  if (!server.isDefault || next.isEnabled) return [];
  const candidates = await manager.countBy(SmtpServerEntity, { kind: ServerKind.SMTP, isEnabled: true });
  if (candidates === 1) return [];
  const message = 'This is the default server: make another one the default first, then disable it.';
  return [{ path: 'isEnabled', code: 'SERVER_DISABLED', message }];
}

/** The same before a deletion, where another server is left that could have the mark. */
export async function isNeededAsDefault(manager: EntityManager, server: SmtpServer): Promise<boolean> {
  return server.isDefault && (await manager.countBy(SmtpServerEntity, { kind: ServerKind.SMTP })) > 1;
}

/** Why a server cannot be made the default; null = it can. */
export function defaultRefusal(server: SmtpServer): InvalidInput | null {
  if (server.kind === ServerKind.FAX)
    return invalidField('id', 'NOT_FOR_FAX', 'Choose an SMTP server: a fax server cannot be the default.');
  if (!server.isEnabled)
    return invalidField('id', 'SERVER_DISABLED', 'Enable this server first, then make it the default.');
  return null;
}

export async function makeDefault(manager: EntityManager, server: SmtpServerEntity): Promise<void> {
  await manager.update(SmtpServerEntity, { isDefault: true }, { isDefault: false });
  server.isDefault = true;
  await manager.save(server);
}
