import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { Keyring } from './keyring.ts';

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
