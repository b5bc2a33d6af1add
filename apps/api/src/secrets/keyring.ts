import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/**
 * A secret at rest: AES-256-GCM (NIST SP 800-38D), the 16-byte tag at the end of `ciphertext`. Each is sealed with a data key of its own,
 * which stands beside it, sealed ("wrapped") with a key of the deployment: a new key means wrapping 32 bytes again, not the secret.
 */
export interface SealedSecret {
  /** Of the key that `wrappedKey` is sealed with. */
  keyId: string;
  /** Nonce, data key and tag. null = sealed before there were data keys: with the key `keyId` itself. */
  wrappedKey: Buffer | null;
  /** 12 bytes, random; never used twice with one key. */
  nonce: Buffer;
  ciphertext: Buffer;
}

export type OpenedSecret = { plaintext: string } | { unreadable: 'unknown key' | 'altered' };

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** A data key is bound to no place: its secret is, and wrapping it again must not need to know where it stands. */
const DATA_KEY = 'postroom data key';

/** The keys of the deployment, newest first: the first one seals, each of them opens what it sealed. */
export class Keyring {
  private readonly keys = new Map<string, Buffer>();
  private readonly reload: () => readonly Buffer[];
  private newestId: string | null = null;

  /**
   * `keys`: 32 bytes each. `reload` is asked for them anew where a secret needs one that is not among them: it may have been added while
   * this process runs.
   */
  constructor(keys: readonly Buffer[], reload: () => readonly Buffer[] = () => []) {
    this.reload = reload;
    this.learn(keys);
  }

  /** null = there is no key: nothing can be sealed or opened. */
  get newestKeyId(): string | null {
    return this.newestId;
  }

  has(keyId: string): boolean {
    return this.key(keyId) !== undefined;
  }

  keyIds(): string[] {
    return [...this.keys.keys()];
  }

  /** `belongsTo` is bound to the ciphertext (associated data): opened for anything else, it is unreadable. */
  seal(plaintext: string, belongsTo: string): SealedSecret {
    const { keyId, key } = this.newest();
    const dataKey = randomBytes(KEY_BYTES);
    const sealed = encrypt(dataKey, Buffer.from(plaintext, 'utf8'), belongsTo);
    return { keyId, wrappedKey: wrap(key, dataKey), ...sealed };
  }

  open(secret: SealedSecret, belongsTo: string): OpenedSecret {
    const key = this.key(secret.keyId);
    if (key === undefined) return { unreadable: 'unknown key' };
    try {
      const dataKey = secret.wrappedKey === null ? key : unwrap(key, secret.wrappedKey);
      return { plaintext: decrypt(dataKey, secret, belongsTo).toString('utf8') };
    } catch {
      return { unreadable: 'altered' };
    }
  }

  /** The same secret under the newest key. Its plaintext is touched only where it has no data key yet. */
  rewrap(secret: SealedSecret, belongsTo: string): SealedSecret | { unreadable: 'unknown key' | 'altered' } {
    const { keyId, key } = this.newest();
    if (secret.wrappedKey === null) {
      const opened = this.open(secret, belongsTo);
      return 'plaintext' in opened ? this.seal(opened.plaintext, belongsTo) : opened;
    }
    const old = this.key(secret.keyId);
    if (old === undefined) return { unreadable: 'unknown key' };
    try {
      const dataKey = unwrap(old, secret.wrappedKey);
      return { ...secret, keyId, wrappedKey: wrap(key, dataKey) };
    } catch {
      return { unreadable: 'altered' };
    }
  }

  /** 32 bytes that every process with these keys derives alike, for a purpose other than sealing (RFC 5869). */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.newest().key, '', `postroom ${purpose}`, 32));
  }

  private key(keyId: string): Buffer | undefined {
    if (!this.keys.has(keyId)) this.learn(this.reload());
    return this.keys.get(keyId);
  }

  private learn(keys: readonly Buffer[]): void {
    for (const key of keys) this.keys.set(keyIdOf(key), key);
    if (keys[0] !== undefined) this.newestId = keyIdOf(keys[0]);
  }

  private newest(): { keyId: string; key: Buffer } {
    const keyId = this.newestId;
    const key = keyId === null ? undefined : this.keys.get(keyId);
    if (keyId === null || key === undefined) throw new Error('there is no key');
    return { keyId, key };
  }
}

function encrypt(key: Buffer, plaintext: Buffer, belongsTo: string): { nonce: Buffer; ciphertext: Buffer } {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce);
  cipher.setAAD(Buffer.from(belongsTo, 'utf8'));
  return {
    nonce,
    ciphertext: Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]),
  };
}

/** Throws where anything was altered. */
function decrypt(key: Buffer, sealed: { nonce: Buffer; ciphertext: Buffer }, belongsTo: string): Buffer {
  const decipher = createDecipheriv(CIPHER, key, sealed.nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(belongsTo, 'utf8'));
  decipher.setAuthTag(sealed.ciphertext.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.ciphertext.subarray(0, -TAG_BYTES)), decipher.final()]);
}

function wrap(key: Buffer, dataKey: Buffer): Buffer {
  const { nonce, ciphertext } = encrypt(key, dataKey, DATA_KEY);
  return Buffer.concat([nonce, ciphertext]);
}

function unwrap(key: Buffer, wrapped: Buffer): Buffer {
  const sealed = { nonce: wrapped.subarray(0, NONCE_BYTES), ciphertext: wrapped.subarray(NONCE_BYTES) };
  return decrypt(key, sealed, DATA_KEY);
}

export function keyIdOf(key: Buffer): string {
  return createHash('sha256').update('postroom key id\0').update(key).digest('hex').slice(0, 16);
}
