import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import en from './en.json';

// That every named text exists is for ESLint to say; this says that every text is still shown somewhere.

type Texts = { [name: string]: string | Texts };

function keysOf(texts: Texts, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [prefix + name] : keysOf(text, `${prefix}${name}.`),
  );
}

const source = join(import.meta.dirname, '..');
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(vue|ts)$/.test(file) && !file.endsWith('.spec.ts'))
  .map((file) => readFileSync(join(source, file), 'utf8'))
  .join('\n');

/** Keys as they stand in quotes; a part that is put in at run time, `${...}`, may be any one name. */
const used = [...code.matchAll(/(['"`])([a-z]\w*(?:\.(?:\w|\$\{[^}]+\})+)*)\1/gi)].map(
  ([, , key = '']) =>
    new RegExp(`^${key.replaceAll('.', String.raw`\.`).replaceAll(/\$\{[^}]+\}/g, String.raw`\w+`)}$`),
);

it('has no text that no screen shows', () => {
  expect(keysOf(en).filter((key) => !used.some((pattern) => pattern.test(key)))).toEqual([]);
});
