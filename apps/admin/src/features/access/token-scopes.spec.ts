import { readFileSync } from 'node:fs';
import { buildASTSchema, isEnumType, parse } from 'graphql';
import { expect, it } from 'vitest';
import { inOrder, scopeGroups } from './token-scopes.ts';

it('offers every scope that the API has, once', () => {
  const schema = buildASTSchema(
    parse(readFileSync(new URL(import.meta.resolve('@postroom/schema/schema.graphql')), 'utf8')),
  );
  const type = schema.getType('TokenScope');
  const ofApi = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
  expect(scopeGroups.flatMap(({ scopes }) => [...scopes]).sort()).toEqual([...ofApi].sort());
});

it('shows the scopes of a token in one order', () => {
  expect(inOrder(['AUDIT_READ', 'SERVERS_WRITE', 'EMAILS_SEND'])).toEqual([
    'EMAILS_SEND',
    'SERVERS_WRITE',
    'AUDIT_READ',
  ]);
});
