import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** A secret at rest: AES-256-GCM (NIST SP 800-38D), the 16-byte tag at the end of `ciphertext`. */
export interface SealedSecret {
  keyId: string;
  /** 12 bytes, random; never used twice with one key. */
  nonce: Buffer;
  ciphertext: Buffer;
}

export type OpenedSecret = { plaintext: string } | { unreadable: 'unknown key' | 'altered' };

const CIPHER = 'aes-256-gcm';
const TAG_BYTES = 16;

/** The keys that secrets are sealed with, newest first: the first one seals, each of them opens what it sealed. */
export class Keyring {
  private readonly keys = new Map<string, Buffer>();
  readonly newestKeyId: string;

  /** `keys`: 32 bytes each, at least one. */
  constructor(keys: readonly Buffer[]) {
    const [newest] = keys;
    if (newest === undefined) throw new Error('a keyring needs at least one key');
    for (const key of keys) this.keys.set(keyIdOf(key), key);
    this.newestKeyId = keyIdOf(newest);
  }

  has(keyId: string): boolean {
    return this.keys.has(keyId);
  }

  /** `belongsTo` is bound to the ciphertext (associated data): opened for anything else, it is unreadable. */
  seal(plaintext: string, belongsTo: string): SealedSecret {
    const nonce = randomBytes(12);
    const cipher = createCipheriv(CIPHER, this.key(this.newestKeyId), nonce);
    cipher.setAAD(Buffer.from(belongsTo, 'utf8'));
    const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return { keyId: this.newestKeyId, nonce, ciphertext };
  }

  open(secret: SealedSecret, belongsTo: string): OpenedSecret {
    if (!this.has(secret.keyId)) return { unreadable: 'unknown key' };
    try {
      const decipher = createDecipheriv(CIPHER, this.key(secret.keyId), secret.nonce, {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(belongsTo, 'utf8'));
      decipher.setAuthTag(secret.ciphertext.subarray(-TAG_BYTES));
      const plaintext = Buffer.concat([
        decipher.update(secret.ciphertext.subarray(0, -TAG_BYTES)),
        decipher.final(),
      ]);
      return { plaintext: plaintext.toString('utf8') };
    } catch {
      return { unreadable: 'altered' };
    }
  }

  /** 32 bytes that every process with these keys derives alike, for a purpose other than sealing (RFC 5869). */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.key(this.newestKeyId), '', `postroom ${purpose}`, 32));
  }

  private key(keyId: string): Buffer {
    const key = this.keys.get(keyId);
    if (key === undefined) throw new Error(`no key ${keyId}`);
    return key;
  }
}

function keyIdOf(key: Buffer): string {
  return createHash('sha256').update('postroom key id\0').update(key).digest('hex').slice(0, 16);
}
