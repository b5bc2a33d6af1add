import type { Keyring, OpenedSecret, SealedSecret } from './keyring.ts';

/** A secret that the keys of this deployment do not open, or that none of them may seal at the moment. */
export class UnreadableSecretError extends Error {}

/** Is a key missing that secrets in the database are sealed with? */
export interface KeyLock {
  isLocked: () => Promise<boolean>;
}

/**
 * What features seal secrets with. While a key is missing nothing is sealed, so that nothing is overwritten that the key, once it is back,
 * would open.
 */
export class SecretVault {
  private readonly keyring: Keyring;
  private readonly lock: KeyLock;

  constructor(keyring: Keyring, lock: KeyLock) {
    this.keyring = keyring;
    this.lock = lock;
  }

  /** Throws UnreadableSecretError while a key is missing. */
  async seal(plaintext: string, belongsTo: string): Promise<SealedSecret> {
    await this.requireUnlocked();
    return this.keyring.seal(plaintext, belongsTo);
  }

  open(secret: SealedSecret, belongsTo: string): OpenedSecret {
    return this.keyring.open(secret, belongsTo);
  }

  /** For whatever would take the place of a stored secret. Throws UnreadableSecretError. */
  async requireUnlocked(): Promise<void> {
    if (this.keyring.newestKeyId === null || (await this.lock.isLocked()))
      throw new UnreadableSecretError(LOCKED);
  }
}

export const LOCKED =
  'A key is missing that stored passwords were sealed with: bring it back in SECRET_KEYS or secret.key, as docs/operations.md says, ' +
  'and start Postroom again. Nothing was changed.';
