import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { sendCommand } from './send-command.ts';

const email = {
  serverName: "O'Hara's relay",
  from: 'Postroom <postroom@example.org>',
  to: ["o'hara@example.org", '"Ada $HOME" <ada@example.org>'],
  cc: [],
  bcc: ['archive@example.org'],
  replyTo: [],
  subject: 'It’s `done` — 100 %',
};

/** What the shell hands to curl. */
const words = execFileSync(
  'sh',
  ['-c', sendCommand('http://localhost:4000', email).replace(/^curl/, String.raw`printf '%s\n'`)],
  { encoding: 'utf8' },
)
  .trimEnd()
  .split('\n');
const { query, variables } = JSON.parse(words.at(-1) ?? '') as { query: string; variables: unknown };

it('passes the shell unharmed, with everything of the email but its content', () => {
  expect(words).toContain('Authorization: Bearer YOUR TOKEN');
  expect(words).toContain('http://localhost:4000/graphql');
  expect(variables).toEqual({
    input: {
      server: { name: email.serverName },
      from: email.from,
      to: email.to,
      bcc: email.bcc,
      subject: email.subject,
      text: 'YOUR TEXT',
    },
  });
});

it('is a request that the API understands', () => {
  const sdl = readFileSync(new URL(import.meta.resolve('@postroom/schema/schema.graphql')), 'utf8');
  expect(validate(buildSchema(sdl), parse(query))).toEqual([]);
});
