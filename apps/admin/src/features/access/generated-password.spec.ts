import { expect, it } from 'vitest';
import { generatedPassword } from './generated-password.ts';

it('has four groups of letters and digits that are not mistaken for each other', () => {
  expect(generatedPassword((bytes) => crypto.getRandomValues(bytes))).toMatch(
    /^[a-km-np-z2-9]{5}(-[a-km-np-z2-9]{5}){3}$/,
  );
});

it('uses every character, each for as many bytes as any other', () => {
  const counts = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    const [first = ''] = generatedPassword((bytes) => bytes.fill(byte));
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  expect([...counts.values()]).toEqual(Array(32).fill(8));
});
