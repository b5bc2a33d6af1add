import type { EntityManager } from 'typeorm';
import type { Keyring } from '../../secrets/keyring.ts';
import { destinationKey, type SmtpServer } from './smtp-server.ts';
import { SmtpServerSecretEntity } from './smtp-server-secret.entity.ts';

/** A stored password that the keys of this deployment do not open. */
export class UnreadableSecretError extends Error {}

/**
 * Stored passwords. Each is sealed to its server and the destination it was entered for, so that a row that is moved or a host name that
 * is changed behind the product's back yields no password.
 */
export class SmtpServerSecrets {
  private readonly keyring: Keyring;

  constructor(keyring: Keyring) {
    this.keyring = keyring;
  }

  async store(manager: EntityManager, server: SmtpServer, password: string): Promise<void> {
    const sealed = this.keyring.seal(password, belongsTo(server));
    await manager.upsert(SmtpServerSecretEntity, { serverId: server.id, ...sealed }, ['serverId']);
  }

  async erase(manager: EntityManager, server: SmtpServer): Promise<void> {
    await manager.delete(SmtpServerSecretEntity, { serverId: server.id });
  }

  /** null = none is stored. */
  async read(manager: EntityManager, server: SmtpServer): Promise<string | null> {
    const sealed = await manager.findOneBy(SmtpServerSecretEntity, { serverId: server.id });
    if (sealed === null) return null;
    const opened = this.keyring.open(sealed, belongsTo(server));
    if ('plaintext' in opened) return opened.plaintext;
    throw new UnreadableSecretError(
      opened.unreadable === 'unknown key'
        ? `The password of "${server.name}" was stored with a key that is missing here: bring it back in SECRET_KEYS, or enter the password again.`
        : `The password of "${server.name}" does not belong to its settings any more: enter it again.`,
    );
  }

  /** The ids of keys that stored passwords need and this deployment does not have. */
  async missingKeys(manager: EntityManager): Promise<string[]> {
    const rows = await manager
      .createQueryBuilder(SmtpServerSecretEntity, 'secret')
      .select('secret.keyId', 'keyId')
      .distinct(true)
      .getRawMany<{ keyId: string }>();
    return rows.map((row) => row.keyId).filter((keyId) => !this.keyring.has(keyId));
  }
}

function belongsTo(server: SmtpServer): string {
  return `smtp-server ${server.id} ${destinationKey(server)}`;
}
