import { describe, expect, it } from 'vitest';
import { contentHash } from './content-hash.ts';
import type { SendEmail } from './email.requests.ts';

const email: SendEmail = {
  server: { name: 'Office' },
  from: 'ada@example.org',
  to: ['bob@example.net', 'eve@example.net'],
  cc: ['carl@example.net'],
  bcc: ['dora@example.net'],
  replyTo: ['answers@example.org'],
  subject: 'Hello',
  text: 'Hello',
  html: '<p>Hello</p>',
  headers: [{ name: 'X-Order', value: '1' }],
  attachments: [{ filename: 'a.pdf', contentType: 'application/pdf', base64: 'AA==' }],
  sendAt: new Date('2026-03-01T12:00:00Z'),
  idempotencyKey: 'one',
};
const hex = (input: SendEmail) => contentHash(input).toString('hex');
const [attachment] = email.attachments ?? [];

describe('the content that a key stands for', () => {
  it.each<[string, Partial<SendEmail>]>([
    ['another server', { server: { name: 'Other' } }],
    ['the same word as an id', { server: { id: 'Office' } }],
    ['another sender', { from: 'ada@example.com' }],
    ['one recipient less', { to: ['bob@example.net'] }],
    ['recipients in another order', { to: ['eve@example.net', 'bob@example.net'] }],
    ['a recipient in another list', { to: [...email.to, 'carl@example.net'], cc: [] }],
    ['another blind copy', { bcc: [] }],
    ['another address for answers', { replyTo: [] }],
    ['another subject', { subject: 'hello' }],
    ['another text', { text: 'Hello ' }],
    ['the text as html', { text: null, html: 'Hello' }],
    ['another header', { headers: [{ name: 'X-Order', value: '2' }] }],
    ['another file', { attachments: [{ ...attachment!, base64: 'AQ==' }] }],
    ['another name of the file', { attachments: [{ ...attachment!, filename: 'b.pdf' }] }],
    ['the file inline', { attachments: [{ ...attachment!, contentId: 'a' }] }],
    ['another time', { sendAt: new Date('2026-03-01T12:00:01Z') }],
  ])('is another with %s', (_, change) => {
    expect(hex({ ...email, ...change })).not.toBe(hex(email));
  });

  it('is the same whatever key it came with', () => {
    expect(hex({ ...email, idempotencyKey: 'two' })).toBe(hex(email));
  });

  it('is the same for what was left out and what is null', () => {
    const least: SendEmail = { to: ['bob@example.net'], subject: '' };
    const nothing = { server: null, from: null, cc: null, bcc: null, replyTo: null, text: null, html: null };
    expect(hex({ ...least, ...nothing, headers: null, attachments: null, sendAt: null })).toBe(hex(least));
  });
});
