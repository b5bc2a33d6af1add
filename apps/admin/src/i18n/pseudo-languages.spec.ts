import { expect, it } from 'vitest';
import { pseudoLanguages } from './pseudo-languages.ts';

it('makes a text that is at least 40 % longer and shows by its brackets where it is cut off', () => {
  const text = 'Send a test email';
  const written = pseudoLanguages['en-XA'].write(text);
  expect(written).toMatch(/^\[Šêñđ å têšt êmåîl ẽxṭrå.*\]$/);
  expect(written.length).toBeGreaterThanOrEqual(text.length * 1.4);
});
