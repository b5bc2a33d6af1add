import { In, type EntityManager } from 'typeorm';
import type { SealedTable } from '../../secrets/key-lock.service.ts';
import { UnreadableSecretError, type SecretVault } from '../../secrets/secret-vault.ts';
import { destinationKey, type SmtpServer } from './smtp-server.ts';
import { SmtpServerEntity } from './smtp-server.entity.ts';
import { SmtpServerSecretEntity } from './smtp-server-secret.entity.ts';

export const SERVER_SECRETS: SealedTable = {
  table: 'smtp_server_secret',
  id: 'server_id',
  async places(manager, ids) {
    const servers = await manager.findBy(SmtpServerEntity, { id: In([...ids]) });
    return new Map(servers.map((server) => [server.id, belongsTo(server)]));
  },
  async forgotten(manager, ids) {
    const none = { passwordChangedAt: null, passwordChangedBy: null, revision: () => 'revision + 1' };
    await manager.update(SmtpServerEntity, { id: In([...ids]) }, none);
  },
};

/**
 * Stored passwords. Each is sealed to its server and the destination it was entered for, so that a row that is moved or a host name that
 * is changed behind the product's back yields no password. While a key is missing none is stored and none erased: UnreadableSecretError.
 */
export class SmtpServerSecrets {
  private readonly vault: SecretVault;

  constructor(vault: SecretVault) {
    this.vault = vault;
  }

  async store(manager: EntityManager, server: SmtpServer, password: string): Promise<void> {
    const sealed = await this.vault.seal(password, belongsTo(server));
    await manager.upsert(SmtpServerSecretEntity, { serverId: server.id, ...sealed }, ['serverId']);
  }

  async erase(manager: EntityManager, server: SmtpServer): Promise<void> {
    if (!(await manager.existsBy(SmtpServerSecretEntity, { serverId: server.id }))) return;
    await this.vault.requireUnlocked();
    await manager.delete(SmtpServerSecretEntity, { serverId: server.id });
  }

  /** null = none is stored. */
  async read(manager: EntityManager, server: SmtpServer): Promise<string | null> {
    const sealed = await manager.findOneBy(SmtpServerSecretEntity, { serverId: server.id });
    if (sealed === null) return null;
    const opened = this.vault.open(sealed, belongsTo(server));
    if ('plaintext' in opened) return opened.plaintext;
    throw new UnreadableSecretError(
      opened.unreadable === 'unknown key'
        ? `The password of "${server.name}" was stored with a key that is missing here: bring it back in SECRET_KEYS, or enter the password again.`
        : `The password of "${server.name}" does not belong to its settings any more: enter it again.`,
    );
  }
}

function belongsTo(server: SmtpServer): string {
  return `smtp-server ${server.id} ${destinationKey(server)}`;
}
