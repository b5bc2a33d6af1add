import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as de from './de/index.ts';
import * as en from './en/index.ts';
import * as italian from './it/index.ts';
import { type Texts, joinSections } from './join-sections.ts';

// That every named text exists is for ESLint to say; this says that every text is still shown somewhere, in every language.

function entriesOf(texts: Texts, prefix = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [[prefix + name, text]] : entriesOf(text, `${prefix}${name}.`),
  );
}

const english = new Map(entriesOf(en.texts));

it('has no text that no screen shows', () => {
  const source = join(import.meta.dirname, '..');
  const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(vue|ts)$/.test(file) && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(join(source, file), 'utf8'))
    .join('\n');
  const quoted = [...code.matchAll(/(['"`])([a-z]\w*(?:\.(?:\w|\$\{[^}]+\})+)*)\1/gi)].map(
    ([, , key = '']) => key,
  );
  const used = new Set(quoted);
  /** A part that is put in at run time, `${...}`, may be any one name. */
  const patterns = [...used]
    .filter((key) => key.includes('$'))
    .map((key) => key.replaceAll('.', String.raw`\.`).replaceAll(/\$\{[^}]+\}/g, String.raw`\w+`));
  const composed = new RegExp(`^(?:${patterns.join('|')})$`);
  expect([...english.keys()].filter((key) => !used.has(key) && !composed.test(key))).toEqual([]);
});

it('refuses two files with the same section', () => {
  expect(() => joinSections({ 'a.json': { list: {} }, 'b.json': { list: {} } })).toThrow('b.json');
});

/** What a text is given to show, `{name}`; signs that stand for themselves are written `{'@'}`. */
function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g))].sort();
}

describe.each([
  ['German', de.texts],
  ['Italian', italian.texts],
])('%s', (_, texts) => {
  const translated = new Map(entriesOf(texts));

  it('has every text that English has, and no other', () => {
    expect([...english.keys()].filter((key) => !translated.has(key))).toEqual([]);
    expect([...translated.keys()].filter((key) => !english.has(key))).toEqual([]);
  });

  it('shows what the English text shows', () => {
    const differing = [...translated].filter(
      ([key, text]) => String(placeholders(text)) !== String(placeholders(english.get(key) ?? '')),
    );
    expect(differing).toEqual([]);
  });

  it('has one form or several where English has', () => {
    const forms = (text: string) => text.split(' | ').length;
    expect([...translated].filter(([key, text]) => forms(text) !== forms(english.get(key) ?? ''))).toEqual(
      [],
    );
  });
});
