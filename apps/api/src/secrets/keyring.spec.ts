import { createCipheriv, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyIdOf, Keyring, type SealedSecret } from './keyring.ts';

const [newKey, oldKey] = [randomBytes(32), randomBytes(32)];
const keyring = new Keyring([newKey, oldKey]);

it('opens what it sealed, for the same place', () => {
  expect(keyring.open(keyring.seal('pässword', 'here'), 'here')).toEqual({ plaintext: 'pässword' });
});

it('opens nothing for another place', () => {
  expect(keyring.open(keyring.seal('password', 'here'), 'there')).toEqual({ unreadable: 'altered' });
});

it('opens nothing that was altered, bit by bit', () => {
  const sealed = keyring.seal('password', 'here');
  for (let bit = 0; bit < sealed.ciphertext.length * 8; bit += 1) {
    const ciphertext = Buffer.from(sealed.ciphertext);
    ciphertext.writeUInt8(ciphertext.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    expect(keyring.open({ ...sealed, ciphertext }, 'here')).toEqual({ unreadable: 'altered' });
  }
});

it('answers a row that was cut short as altered', () => {
  const sealed = keyring.seal('password', 'here');
  for (const length of [0, 1, 15, 16]) {
    expect(keyring.open({ ...sealed, ciphertext: sealed.ciphertext.subarray(0, length) }, 'here')).toEqual({
      unreadable: 'altered',
    });
  }
  expect(keyring.open({ ...sealed, nonce: Buffer.alloc(0) }, 'here')).toEqual({ unreadable: 'altered' });
});

it('seals with the newest key and opens with each', () => {
  const sealedBefore = new Keyring([oldKey]).seal('password', 'here');
  expect(keyring.open(sealedBefore, 'here')).toEqual({ plaintext: 'password' });
  expect(new Keyring([oldKey]).open(keyring.seal('password', 'here'), 'here')).toEqual({
    unreadable: 'unknown key',
  });
});

it('never seals the same text alike', () => {
  expect(keyring.seal('password', 'here').ciphertext).not.toEqual(
    keyring.seal('password', 'here').ciphertext,
  );
});

it('derives the same value in every process, and another one for another purpose', () => {
  expect(new Keyring([newKey]).derive('a')).toEqual(keyring.derive('a'));
  expect(keyring.derive('a')).not.toEqual(keyring.derive('b'));
});

describe('envelopes', () => {
  it('hold a data key of their own, so that a new key wraps 32 bytes again and not the secret', () => {
    const before = new Keyring([oldKey]).seal('password', 'here');
    const after = keyring.rewrap(before, 'here');
    if ('unreadable' in after) throw new Error(after.unreadable);
    expect([after.nonce, after.ciphertext]).toEqual([before.nonce, before.ciphertext]);
    expect(after.wrappedKey).not.toEqual(before.wrappedKey);
    expect(new Keyring([newKey]).open(after, 'here')).toEqual({ plaintext: 'password' });
    expect(new Keyring([oldKey]).open(after, 'here')).toEqual({ unreadable: 'unknown key' });
  });

  it('are made of secrets that were sealed before there were any', () => {
    const before = sealedByTheReleaseBefore('password', 'here');
    expect(keyring.open(before, 'here')).toEqual({ plaintext: 'password' });
    const after = keyring.rewrap(before, 'here');
    if ('unreadable' in after) throw new Error(after.unreadable);
    expect(after.wrappedKey).not.toBeNull();
    expect(new Keyring([newKey]).open(after, 'here')).toEqual({ plaintext: 'password' });
    expect(keyring.rewrap(before, 'elsewhere')).toEqual({ unreadable: 'altered' });
  });

  it('are not opened with another data key, nor wrapped again by a ring without their key', () => {
    const [one, two] = [keyring.seal('a', 'here'), keyring.seal('b', 'here')];
    expect(keyring.open({ ...one, wrappedKey: two.wrappedKey }, 'here')).toEqual({ unreadable: 'altered' });
    expect(new Keyring([oldKey]).rewrap(one, 'here')).toEqual({ unreadable: 'unknown key' });
  });

  it('never share a data key', () => {
    expect(keyring.seal('a', 'here').wrappedKey).not.toEqual(keyring.seal('a', 'here').wrappedKey);
  });
});

it('learns a key that was added while it is in use, and seals with it from then on', () => {
  const sealed = new Keyring([newKey, oldKey]).seal('password', 'here');
  const running = new Keyring([oldKey], () => [newKey, oldKey]);
  expect(running.open(sealed, 'here')).toEqual({ plaintext: 'password' });
  expect(running.newestKeyId).toBe(keyring.newestKeyId);
});

it('without keys opens nothing and seals nothing', () => {
  const empty = new Keyring([]);
  expect(empty.open(keyring.seal('password', 'here'), 'here')).toEqual({ unreadable: 'unknown key' });
  expect(() => empty.seal('password', 'here')).toThrow('there is no key');
});

/** As 0.1.0 wrote it: AES-256-GCM with the key of the deployment itself. */
function sealedByTheReleaseBefore(plaintext: string, belongsTo: string): SealedSecret {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', oldKey, nonce).setAAD(Buffer.from(belongsTo));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  return { keyId: keyIdOf(oldKey), wrappedKey: null, nonce, ciphertext };
}
