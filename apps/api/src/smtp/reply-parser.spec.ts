import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_UNREAD_BYTES, ReplyParser, ReplyViolation } from './reply-parser.ts';
import type { SmtpReply } from './smtp-reply.ts';

function parsed(...chunks: (string | Buffer)[]) {
  const parser = new ReplyParser();
  for (const chunk of chunks) parser.push(Buffer.from(chunk));
  const replies: SmtpReply[] = [];
  for (let reply = parser.take(); reply !== null; reply = parser.take()) {
    const { code, enhancedCode, lines } = reply;
    replies.push({ code, enhancedCode, lines });
  }
  return { replies, violation: parser.violation, hasUnread: parser.hasUnread };
}

describe('the reply parser', () => {
  it('reads a reply of one line, with its enhanced status code', () => {
    expect(parsed('535 5.7.8 Bad credentials\r\n').replies).toEqual([
      { code: 535, enhancedCode: '5.7.8', lines: ['5.7.8 Bad credentials'] },
    ]);
  });

  it('reads a reply of several lines', () => {
    expect(parsed('250-mail.test\r\n250-SIZE 1000\r\n250 STARTTLS\r\n').replies).toEqual([
      { code: 250, enhancedCode: null, lines: ['mail.test', 'SIZE 1000', 'STARTTLS'] },
    ]);
  });

  it('gives the same replies however the bytes are cut', () => {
    const bytes = Buffer.from('250-mäil.test\r\n250 ok\r\n354 go\r\n421 4.3.2 bye\r\n');
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 12 }), (cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const chunks = edges.slice(1).map((edge, index) => bytes.subarray(edges[index], edge));
        expect(parsed(...chunks)).toEqual(parsed(bytes));
      }),
    );
  });

  it.each([
    ['no text', '220\r\n', ['']],
    ['an empty text', '220 \r\n', ['']],
    ['a bare line feed', '220 hi\n', ['hi']],
    ['a last line with a hyphen before it', '220-a\r\n220\r\n', ['a', '']],
  ])('accepts %s', (_, bytes, lines) => {
    expect(parsed(bytes)).toMatchObject({ replies: [{ code: 220, lines }], violation: null });
  });

  it('knows an enhanced status code only of the same class as the reply', () => {
    expect(parsed('250 5.1.1 odd\r\n').replies[0]?.enhancedCode).toBeNull();
    expect(parsed('250 2.1.0\r\n').replies[0]?.enhancedCode).toBe('2.1.0');
    expect(parsed('220 2.1.0.7 hi\r\n').replies[0]?.enhancedCode).toBeNull();
  });

  it.each([
    'SSH-2.0-OpenSSH_9.2\r\n',
    'HTTP/1.1 400 Bad Request\r\n',
    '\r\n',
    '\n',
    '220hello\r\n',
    '22\r\n',
    '2banana\r\n',
    '199 no\r\n',
    '600 no\r\n',
    '\x15\x03\x01\x00\x02\x02\x28',
    '\xff\xfd\x18',
  ])('sees that %j is no SMTP server', (bytes) => {
    expect(parsed(Buffer.from(bytes, 'latin1')).violation).toBe(ReplyViolation.NOT_SMTP);
  });

  it('sees it at the first wrong byte, without a line end', () => {
    expect(parsed('S').violation).toBe(ReplyViolation.NOT_SMTP);
    expect(parsed('220').violation).toBeNull();
    expect(parsed('220x').violation).toBe(ReplyViolation.NOT_SMTP);
  });

  it.each(['250-a\r\n550 b\r\n', '250-a\r\nb\r\n', '250-a\r\n\r\n', '250-a\r\n250hi\r\n'])(
    'finds %j malformed, and no reply in it',
    (bytes) => {
      expect(parsed(bytes)).toEqual({ replies: [], violation: ReplyViolation.MALFORMED, hasUnread: true });
    },
  );

  it('hands out what was whole before a violation', () => {
    expect(parsed('554 no\r\nGARBAGE')).toMatchObject({
      replies: [{ code: 554 }],
      violation: ReplyViolation.MALFORMED,
    });
  });

  it('reads no further than it is asked to', () => {
    const parser = new ReplyParser();
    parser.push(Buffer.from('250 a\r\nGARBAGE'));
    expect(parser).toMatchObject({ violation: null, hasUnread: true });
    expect(parser.take()?.code).toBe(250);
    expect(parser).toMatchObject({ violation: null, hasUnread: true });
    expect(parser.take()).toBeNull();
    expect(parser.violation).toBe(ReplyViolation.MALFORMED);
  });

  it('knows that something is unread, were it one byte', () => {
    expect(parsed('250 a\r\n').hasUnread).toBe(false);
    expect(parsed('250 a\r\n2').hasUnread).toBe(true);
    expect(parsed('250-a\r\n').hasUnread).toBe(true);
  });

  it('takes 64 KiB unread, and not a byte more', () => {
    const line = `220 ${'x'.repeat(MAX_UNREAD_BYTES - 6)}\r\n`;
    expect(parsed(line)).toMatchObject({ replies: [{ code: 220 }], violation: null });
    expect(parsed(`220 ${line.slice(4, -2)}y\r\n`).violation).toBe(ReplyViolation.TOO_LONG);
    expect(parsed('250-x\r\n'.repeat(MAX_UNREAD_BYTES / 7 + 1)).violation).toBe(ReplyViolation.TOO_LONG);
    expect(parsed('250 x\r\n'.repeat(MAX_UNREAD_BYTES / 7 + 1)).violation).toBe(ReplyViolation.TOO_LONG);
  });

  it('counts anew when replies are taken', () => {
    const parser = new ReplyParser();
    for (let round = 0; round < 40; round += 1) {
      parser.push(Buffer.from(`250 ${'x'.repeat(4000)}\r\n`));
      expect(parser.take()?.code).toBe(250);
    }
    expect(parser.violation).toBeNull();
  });

  it('neither throws nor makes up a reply, whatever comes', () => {
    const nearlySmtp = fc
      .array(fc.constantFrom('2', '5', '0', '9', '-', ' ', '\r', '\n', 'x', '\0', 'é'), { maxLength: 60 })
      .map((parts) => Buffer.from(parts.join('')));
    fc.assert(
      fc.property(
        fc.array(fc.oneof(nearlySmtp, fc.uint8Array({ maxLength: 60 })), { maxLength: 6 }),
        (chunks) => {
          const all = Buffer.concat(chunks).toString('latin1');
          for (const { code, lines } of parsed(...chunks.map((chunk) => Buffer.from(chunk))).replies) {
            expect(code).toBeGreaterThanOrEqual(200);
            expect(code).toBeLessThanOrEqual(599);
            expect(all.split(String(code)).length).toBeGreaterThan(lines.length);
          }
        },
      ),
      { numRuns: 5000 },
    );
  });
});
