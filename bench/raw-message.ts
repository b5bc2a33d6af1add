export const from = 'ada@example.org';
export const to = 'bob@example.net';

const header = [
  'From: Ada <ada@example.org>',
  'To: bob@example.net',
  'Subject: A message of 5 kB',
  'Message-ID: <0123456789abcdef@example.org>',
  'Date: Sun, 01 Mar 2026 12:00:00 +0000',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  '',
].join('\r\n');

const line = `${'The quick brown fox jumps over the lazy dog. '.repeat(2).slice(0, 70)}\r\n`;

/** 5 kB as a composer makes them: lines of 72 octets that end with CRLF. */
export const rawMessage = Buffer.from(header + line.repeat(66));
