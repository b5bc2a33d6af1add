import { execFileSync } from 'node:child_process';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { curlText, explorerLink, graphqlText } from './call-texts.ts';

const document = parse(
  'mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }',
);
const call = {
  document,
  variables: { input: { serverId: "o'hara", password: 'hunter2', repeatPassword: 'hunter2' } },
};
const query = { document: parse('query Session { needsSetUp }'), variables: {} };

/** What the shell hands to curl. */
const wordsOf = (command: string) =>
  execFileSync('sh', ['-c', command.replace(/^curl/, String.raw`printf '%s\n'`)], {
    encoding: 'utf8',
    env: { ...process.env, POSTROOM_TOKEN: 'pr_secret' },
  }).split('\n');

describe('as GraphQL', () => {
  it('is a document that the API takes, with its variables as a comment', () => {
    expect(parse(graphqlText(call))).toMatchObject({ definitions: [{ operation: 'mutation' }] });
    expect(graphqlText(call)).toMatch(/\n# Variables\n# \{\n# {3}"input": \{\n# {5}"serverId": "o'hara",/);
  });

  it('says nothing of variables where there are none', () => {
    expect(graphqlText(query)).not.toContain('#');
  });
});

describe('as curl', () => {
  it('is what a shell passes on unharmed, with the token of the environment', () => {
    const words = wordsOf(curlText(call, 'https://mail.example.org'));
    expect(words).toContain('https://mail.example.org/graphql');
    expect(words).toContain('Authorization: Bearer pr_secret');
    const body = JSON.parse(words.slice(words.indexOf('-d') + 1).join('\n')) as typeof call & {
      query: string;
    };
    expect(parse(body.query)).toMatchObject({ definitions: [{ operation: 'mutation' }] });
    expect(body.variables.input.serverId).toBe("o'hara");
  });
});

describe('in the explorer', () => {
  it('is handed over behind the #, which is never sent', () => {
    const link = new URL(explorerLink(call), 'https://mail.example.org');
    expect([link.pathname, link.search]).toEqual(['/graphiql/', '']);
    const parts = new URLSearchParams(link.hash.slice(1));
    expect(parse(parts.get('query') ?? '')).toMatchObject({ definitions: [{ operation: 'mutation' }] });
    expect(JSON.parse(parts.get('variables') ?? '')).toMatchObject({ input: { serverId: "o'hara" } });
  });
});

it.each([
  ['GraphQL', graphqlText(call)],
  ['curl', curlText(call, 'https://mail.example.org')],
  ['a link', decodeURIComponent(explorerLink(call))],
])('has no secret in it as %s', (_, text) => {
  expect(text).not.toContain('hunter2');
  expect(text).toContain('<repeatPassword>');
});
