import { readFileSync } from 'node:fs';
import failures from '@postroom/schema/smtp-failures.json';
import { buildASTSchema, isObjectType, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { problemWords } from '../i18n/api-texts.ts';
import { apiTexts as german } from './de/api-texts.ts';
import { apiTexts as italian } from './it/api-texts.ts';

const schema = buildASTSchema(
  parse(readFileSync(new URL(import.meta.resolve('@postroom/schema/schema.graphql')), 'utf8')),
);

/** The description of the field lists them: "Stable: REQUIRED, TOO_LONG." */
function problemCodes(): string[] {
  const type = schema.getType('InputProblem');
  const description = isObjectType(type) ? (type.getFields()['code']?.description ?? '') : '';
  return description.match(/[A-Z][A-Z0-9_]+/g) ?? [];
}

/** InvalidInput says what it says by its problems. */
function refusalCodes(): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Refusal'))
    .filter(({ name }) => name !== 'InvalidInput')
    .map(({ name }) => name.replaceAll(/(?<=[a-z])[A-Z]/g, '_$&').toUpperCase());
}

const missing = (wanted: readonly string[], texts: Readonly<Record<string, string>>) =>
  wanted.filter((key) => !(key in texts));

describe.each([
  ['German', german],
  ['Italian', italian],
])('%s', (_, texts) => {
  it('has words for every failure of SMTP, and for every hint', () => {
    expect(missing(failures.codes, texts.failures)).toEqual([]);
    expect(missing(failures.hints, texts.hints)).toEqual([]);
  });

  it('has no words for a hint that is not given any more', () => {
    expect(Object.keys(texts.hints).filter((hint) => !failures.hints.includes(hint))).toEqual([]);
  });

  it('has words for every problem and every refusal', () => {
    expect(problemCodes()).toContain('REQUIRED');
    expect(missing(problemCodes(), texts.problems)).toEqual([]);
    expect(refusalCodes()).toContain('NAME_TAKEN');
    expect(missing(refusalCodes(), texts.refusals)).toEqual([]);
  });
});

describe('a problem is told', () => {
  const message = 'Enter a name.';

  it('by the words for its field, or else by those for its code', () => {
    expect(problemWords({ path: 'name', code: 'REQUIRED', message }, german)).toBe(
      'Geben Sie einen Namen ein.',
    );
    expect(problemWords({ path: 'to[1]', code: 'REQUIRED', message }, german)).toBe(
      'Füllen Sie dieses Feld aus.',
    );
  });

  it('as the API tells it, where there are no words for it', () => {
    expect(problemWords({ path: 'name', code: 'NEW_CODE', message }, german)).toBe(message);
    expect(problemWords({ path: 'name', code: 'REQUIRED', message }, null)).toBe(message);
  });
});
