import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { buildASTSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { TokenScope } from '../../generated/graphql.ts';
import { readCommand, sendCommand } from './token-commands.ts';

const origin = 'https://mail.example.org';
const secret = 'postroom_abc';
const schema = buildASTSchema(
  parse(readFileSync(new URL(import.meta.resolve('@postroom/schema/schema.graphql')), 'utf8')),
);

/** What the shell hands to curl, and the body of the request. */
function typed(command: string) {
  const printed = execFileSync('sh', ['-c', command.replace(/^curl/, String.raw`printf '%s\n'`)], {
    encoding: 'utf8',
  });
  const words = printed.trimEnd().split('\n');
  return { words, body: JSON.parse(words.at(-1) ?? '') as { query: string; variables?: unknown } };
}

describe('a line to try a token with', () => {
  it.each<[TokenScope[], string]>([
    [['EMAILS_SEND', 'SERVERS_READ', 'EMAILS_READ'], 'smtpServers'],
    [['EMAILS_READ'], 'emails'],
    [['AUDIT_READ'], 'auditEvents'],
    [['EMAILS_SEND'], 'viewer'],
    [['SERVERS_TEST', 'SERVERS_WRITE', 'EMAILS_MANAGE'], 'viewer'],
  ])('asks with %j for %s', (scopes, field) => {
    const { words, body } = typed(readCommand(origin, secret, scopes));
    expect(words).toContain(`Authorization: Bearer ${secret}`);
    expect(words).toContain(`${origin}/graphql`);
    expect(validate(schema, parse(body.query))).toEqual([]);
    expect(body.query).toContain(`{ ${field}`);
  });
});

describe('a line that sends an email', () => {
  it.each([
    [null, undefined],
    [['crm@example.org', '@shop.example'], 'crm@example.org'],
    [['@shop.example'], 'postroom@shop.example'],
  ])('with the senders %j sends from %s', (allowedFrom, from) => {
    const { body } = typed(sendCommand(origin, secret, { to: "o'hara@example.org", allowedFrom }));
    expect(validate(schema, parse(body.query))).toEqual([]);
    expect(body.variables).toMatchObject({ input: { to: ["o'hara@example.org"] } });
    expect((body.variables as { input: { from?: string } }).input.from).toBe(from);
  });
});
