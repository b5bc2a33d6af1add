import { describe, expect, it } from 'vitest';
import { composed } from '../../testing/a-mail.ts';
import { newMessageId } from './message-id.ts';

describe('a Message-ID', () => {
  it('is 128 random bits at the domain', () => {
    const randomBytes = (size: number) => new Uint8Array(size).fill(171);
    expect(newMessageId('example.org', randomBytes)).toBe(`<${'ab'.repeat(16)}@example.org>`);
  });

  it.each([['xn--jgeva-dua.ee'], ['[192.0.2.1]'], ['[IPv6:2001:db8::1]'], ['localhost'], ['ex_ample.org']])(
    'stands for a sender at %s',
    async (domain) => {
      const messageId = newMessageId(domain, (size) => new Uint8Array(size));
      const { parsed } = await composed({ messageId });
      expect(parsed.messageId).toBe(messageId);
    },
  );
});
