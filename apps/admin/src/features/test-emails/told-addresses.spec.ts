import { describe, expect, it } from 'vitest';
import { toldAddresses } from './told-addresses.ts';

describe('the envelope of a test', () => {
  it('is what the server was told: the address of the gateway, for a fax', () => {
    const transcript = [
      'S: 250 ok',
      'C: MAIL FROM:<ada@example.org> SIZE=512',
      'S: 250 ok',
      'C: RCPT TO:<FAX=+39040226338@fax.example.org>',
    ];
    expect(toldAddresses(transcript)).toEqual({
      from: 'ada@example.org',
      to: 'FAX=+39040226338@fax.example.org',
    });
  });

  it('has no recipient when the sender was refused, and is none before', () => {
    expect(toldAddresses(['C: MAIL FROM:<ada@example.org>', 'S: 550 no'])).toEqual({
      from: 'ada@example.org',
      to: null,
    });
    expect(toldAddresses(['S: 220 C: MAIL FROM:<eve@example.org>'])).toBeNull();
  });
});
