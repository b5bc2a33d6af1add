import { describe, expect, it } from 'vitest';
import { composed } from '../../testing/a-mail.ts';
import { headerProblems } from './header-problems.ts';

const problemsOf = (...headers: [name: string, value: string][]) =>
  headerProblems(
    headers.map(([name, value]) => ({ name, value })),
    'headers',
  ).map(({ path, code }) => `${path} ${code}`);

describe('a header that a sender adds', () => {
  it.each([
    ['X-Invoice', '4711'],
    ['x-a', 'any Text, ü, "quoted" <x> =?utf-8?Q?a?='],
    ['List-Unsubscribe', '<https://example.org/u?a=1&b=%20>'],
    ['list-unsubscribe', '<https://example.org/u>, <mailto:u@example.org?subject=u>'],
    ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
    ['List-Post', 'NO'],
    ['List-Id', 'Our news <news.example.org>'],
    ['List-Id', '<news.example.org>'],
    ['List-Id', 'Neuigkeiten für alle <news.example.org>'],
    ['List-Id', 'News, daily. <news.example.org>'],
    ['In-Reply-To', '<1.a@example.org>'],
    ['References', '<1@example.org> <2@[192.0.2.1]>'],
    ['Auto-Submitted', 'auto-generated'],
    ['Precedence', 'Bulk'],
    ['Importance', 'high'],
    ['Feedback-ID', 'a:b:c:d'],
  ])('passes: %s: %s', async (name, value) => {
    expect(problemsOf([name, value])).toEqual([]);
    const { raw } = await composed({ headers: [{ name, value }] });
    expect(raw).not.toMatch(/[^\t\r\n -~]/);
  });

  it.each([
    ['From', 'eve@example.com', 'name HEADER_NOT_ALLOWED'],
    ['Bcc', 'eve@example.com', 'name HEADER_NOT_ALLOWED'],
    ['Content-Type', 'text/html', 'name HEADER_NOT_ALLOWED'],
    ['DKIM-Signature', 'v=1', 'name HEADER_NOT_ALLOWED'],
    ['Received', 'from x', 'name HEADER_NOT_ALLOWED'],
    ['Return-Path', '<eve@example.com>', 'name HEADER_NOT_ALLOWED'],
    ['X-', 'a', 'name HEADER_NOT_ALLOWED'],
    ['X-A:', 'a', 'name HEADER_NOT_ALLOWED'],
    ['X-A B', 'a', 'name HEADER_NOT_ALLOWED'],
    ['X-A\r\nBcc', 'a', 'name HEADER_NOT_ALLOWED'],
    ['X-Ü', 'a', 'name HEADER_NOT_ALLOWED'],
    [' X-A', 'a', 'name HEADER_NOT_ALLOWED'],
    [`X-${'a'.repeat(71)}`, 'a', 'name HEADER_NOT_ALLOWED'],
    ['', 'a', 'name HEADER_NOT_ALLOWED'],
    ['X-A', '', 'value REQUIRED'],
    ['X-A', '  ', 'value REQUIRED'],
    ['X-A', 'a\r\nBcc: eve@example.com', 'value CONTROL_CHARACTER'],
    ['X-A', 'a\n b', 'value CONTROL_CHARACTER'],
    ['X-A', 'a\u0000', 'value CONTROL_CHARACTER'],
    ['X-A', 'a\u202e', 'value CONTROL_CHARACTER'],
    ['X-A', 'a\u2028', 'value CONTROL_CHARACTER'],
    ['X-A', 'x'.repeat(901), 'value TOO_LONG'],
    ['List-Unsubscribe', 'https://example.org', 'value BAD_FORMAT'],
    ['List-Unsubscribe', '<javascript:alert(1)>', 'value BAD_FORMAT'],
    ['List-Unsubscribe', '<https://example.org/ü>', 'value BAD_FORMAT'],
    ['List-Unsubscribe', '<https://example.org>, x', 'value BAD_FORMAT'],
    ['List-Unsubscribe-Post', 'yes', 'value BAD_FORMAT'],
    ['List-Id', 'news', 'value BAD_FORMAT'],
    ['List-Id', 'a <b@example.org>', 'value BAD_FORMAT'],
    ['In-Reply-To', '1@example.org', 'value BAD_FORMAT'],
    ['References', '<1@example.org>,<2@example.org>', 'value BAD_FORMAT'],
    ['Auto-Submitted', 'auto', 'value BAD_FORMAT'],
    ['Precedence', 'first-class', 'value BAD_FORMAT'],
    ['Importance', '1', 'value BAD_FORMAT'],
    ['Feedback-ID', 'a b', 'value BAD_FORMAT'],
  ])('is refused: %j: %j, as %s', (name, value, problem) => {
    expect(problemsOf([name, value])).toEqual([`headers[0].${problem}`]);
  });

  it('is told with the place of each, and with the input to use instead', () => {
    expect(problemsOf(['X-A', 'a'], ['To', 'a'], ['X-B', ''])).toEqual([
      'headers[1].name HEADER_NOT_ALLOWED',
      'headers[2].value REQUIRED',
    ]);
    expect(headerProblems([{ name: 'reply-TO', value: 'a' }], 'headers')[0]?.message).toContain('"replyTo"');
  });

  it('may be given again only where it is an X- one', () => {
    expect(problemsOf(['X-A', '1'], ['x-a', '2'])).toEqual([]);
    expect(problemsOf(['Precedence', 'bulk'], ['precedence', 'bulk'])).toEqual([
      'headers[1].name BAD_FORMAT',
    ]);
  });

  it('is one of at most fifty', () => {
    const many = (count: number) => Array.from({ length: count }, (): [string, string] => ['X-A', 'a']);
    expect(problemsOf(...many(50))).toEqual([]);
    expect(problemsOf(...many(51))).toEqual(['headers TOO_MANY']);
  });
});

describe('a header in the message', () => {
  it('is written in the letters of its standard, and folded between its words', async () => {
    const references = Array.from({ length: 12 }, (_, n) => `<${String(n)}.0123456789abcdef@example.org>`);
    const { raw, parsed } = await composed({
      headers: [
        { name: 'references', value: references.join(' ') },
        { name: 'list-id', value: 'Neuigkeiten für alle <news.example.org>' },
        { name: 'X-Some-text', value: 'Grüße' },
      ],
    });
    const comma = await composed({
      headers: [{ name: 'List-Id', value: 'News, daily. <news.example.org>' }],
    });
    expect(comma.raw).toContain('List-Id: "News, daily." <news.example.org>\r\n');
    expect(raw).toContain('References: <0.0123456789abcdef@example.org>\r\n <1.');
    expect(raw).toContain('List-Id: =?UTF-8?Q?Neuigkeiten_f=C3=BCr_alle?= <news.example.org>\r\n');
    expect(raw).toContain('X-Some-text: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\n');
    expect(parsed.references).toEqual(references);
  });
});
