import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anSmtpServer } from '../../../testing/an-smtp-server.ts';
import { anEmail } from '../../../testing/outbox.ts';
import { emailParties, envelopeOf } from './email.rules.ts';

const gateway = anSmtpServer({ kind: 'FAX', faxAddressTemplate: 'FAX={number}@fax.example.org' });

it('what is typed as fax numbers is never more recipients than numbers, and none elsewhere than at the gateway', () => {
  const pieces = [
    '+39',
    '040226338',
    '@',
    ',',
    ';',
    '<',
    '>',
    '"',
    '\\',
    '/T33S=',
    '1',
    '\r\n',
    '\0',
    '{number}',
    'eve.example',
    ' ',
    '(',
    ')',
  ];
  const anyNumber = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((list) => list.join('')),
    fc.array(fc.constantFrom(...pieces), { maxLength: 3 }).map((list) => `+39040226338${list.join('')}`),
    fc.string({ unit: 'binary' }),
  );
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(anyNumber, { minLength: 1, maxLength: 3 }), (to) => {
      const parties = emailParties(anEmail({ to }), gateway);
      if (Array.isArray(parties)) return;
      accepted += 1;
      const envelope = envelopeOf(parties);
      expect(envelope.length).toBeLessThanOrEqual(to.length);
      for (const address of envelope) {
        expect(address).toMatch(/^FAX=\+[0-9]{5,15}(\/T33S=[0-9]{1,20})?@fax\.example\.org$/);
      }
    }),
    { numRuns: 4_000, seed: 34 },
  );
  expect(accepted).toBeGreaterThan(100);
}, 30_000);
