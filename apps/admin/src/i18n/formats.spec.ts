import { describe, expect, it } from 'vitest';
import { createFormats } from './formats.ts';

const english = createFormats(() => 'en-US');
const german = createFormats(() => 'de');
/** Which space stands before a unit differs from unit to unit. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

describe('sizes', () => {
  it.each([
    [0, '0 bytes', '0 Byte'],
    [1, '1 byte', '1 Byte'],
    [1_023, '1,023 bytes', '1.023 Byte'],
    [1_536, '1.5 kB', '1,5 kB'],
    [26_214_400, '25 MB', '25 MB'],
    [2_147_483_648, '2 GB', '2 GB'],
  ])('writes %i bytes in the largest unit that they fill', (bytes, inEnglish, inGerman) => {
    expect(plain(english.bytes(bytes))).toBe(inEnglish);
    expect(plain(german.bytes(bytes))).toBe(inGerman);
  });
});

describe('durations', () => {
  it.each([
    [0, '0 ms', '0 ms'],
    [999, '999 ms', '999 ms'],
    [2_449, '2.4 sec', '2,4 Sek.'],
    [90_000, '1.5 min', '1,5 Min.'],
    [7_200_000, '2 hr', '2 Std.'],
  ])('writes %i ms in the largest unit that they fill', (ms, inEnglish, inGerman) => {
    expect(plain(english.duration(ms))).toBe(inEnglish);
    expect(plain(german.duration(ms))).toBe(inGerman);
  });
});

it('counts in seconds as it writes them elsewhere', () => {
  expect([0, 20, 90].map((count) => plain(english.seconds(count)))).toEqual(['0 sec', '20 sec', '90 sec']);
});

it('joins a list as the language does', () => {
  expect(english.list(['port', 'host', 'encryption'])).toBe('port, host, and encryption');
  expect(german.list(['Port', 'Host', 'Verschlüsselung'])).toBe('Port, Host und Verschlüsselung');
});
