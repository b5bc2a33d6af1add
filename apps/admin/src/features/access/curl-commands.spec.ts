import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { listServersCommand, signInCommand } from './curl-commands.ts';

/** What the shell hands to curl. */
const wordsOf = (command: string) =>
  execFileSync('sh', ['-c', command.replace(/^curl/, String.raw`printf '%s\n'`)], { encoding: 'utf8' })
    .trimEnd()
    .split('\n');

it('signs in with a body that a shell passes on unharmed, quotes included', () => {
  const words = wordsOf(signInCommand('http://localhost:4000', "o'hara@example.org"));
  expect(words.slice(0, 4)).toEqual(['-s', '-c', 'postroom.cookies', 'http://localhost:4000/graphql']);
  expect(JSON.parse(words.at(-1) ?? '')).toMatchObject({
    variables: { input: { email: "o'hara@example.org" } },
  });
});

it('lists the servers with the session that signing in kept', () => {
  const words = wordsOf(listServersCommand('http://localhost:4000'));
  expect(words).toContain('-b');
  expect(JSON.parse(words.at(-1) ?? '')).toHaveProperty('query');
});
