import { describe, expect, it } from 'vitest';
import { nextPath } from './next-path.ts';

const origin = 'https://mail.example.org';

describe('the path to go to after signing in', () => {
  it.each(['/servers', '/servers/7/test', '/servers?search=a%20b&kind=FAX', '/graphiql#top'])(
    'keeps %s',
    (path) => {
      expect(nextPath(path, origin)).toBe(path);
    },
  );

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    'servers',
    '',
    undefined,
    ['/servers', '/x'],
  ])('goes to the first page instead of %j', (path) => {
    expect(nextPath(path, origin)).toBe('/');
  });
});
