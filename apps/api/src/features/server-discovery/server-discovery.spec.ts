import { describe, expect, it } from 'vitest';
import type { MailRecords, ServiceRecord } from './mail-records.ts';
import { discovered, domainOf, placesOf, strongestFirst, type Place } from './server-discovery.ts';

/** DNS, as far as it says something. */
function records(said: {
  services?: Record<string, Partial<ServiceRecord>[]>;
  exchangers?: string[];
}): MailRecords {
  return {
    services: async (name) =>
      (said.services?.[name] ?? []).map((record) => ({
        target: 'relay.example.org',
        port: 587,
        priority: 0,
        weight: 0,
        ...record,
      })),
    exchangers: async () => said.exchangers ?? [],
  };
}

const names = (places: readonly Pick<Place, 'hostname' | 'port'>[]) =>
  places.map(({ hostname, port }) => `${hostname}:${String(port)}`);

describe('the domain', () => {
  it.each([
    ['ada@example.org', 'example.org'],
    ['Ada Lovelace <ada@Example.ORG>', 'example.org'],
    [' mail.example.org. ', 'mail.example.org'],
    ['ada@bücher.example', 'xn--bcher-kva.example'],
  ])('of %s is %s', (text, domain) => {
    expect(domainOf(text)).toBe(domain);
  });

  it.each([
    '',
    'localhost',
    'two words',
    'ada@',
    '127.0.0.1',
    '0x7f.1',
    '2130706433',
    '[::1]',
    '::1',
    'https://example.org/',
    'ada@[10.0.0.1]',
    `${'a'.repeat(300)}.example`,
  ])('of %j is a problem of the field', (text) => {
    expect(domainOf(text)).toMatchObject({ path: 'addressOrDomain' });
  });
});

describe('the places to look at', () => {
  it('are those that the domain names, then usual names, then the hosts that take its mail', async () => {
    const places = await placesOf(
      'example.org',
      records({
        services: {
          '_submissions._tcp.example.org': [{ target: 'in.example.net', port: 4465 }],
          '_submission._tcp.example.org': [{ target: 'in.example.net', port: 587 }],
        },
        exchangers: ['mx1.example.net'],
      }),
    );
    expect(names(places)).toEqual([
      'in.example.net:4465',
      'in.example.net:587',
      ...['smtp.example.org', 'mail.example.org', 'mx1.example.net'].flatMap((host) =>
        [465, 587, 25].map((port) => `${host}:${String(port)}`),
      ),
    ]);
    expect(places[0]).toMatchObject({ protocol: 'SMTPS', source: 'SRV' });
    expect(places[1]).toMatchObject({ protocol: 'SMTP', source: 'SRV' });
  });

  it('follow the priorities of the records', async () => {
    const services = {
      '_submission._tcp.example.org': [
        { target: 'c.example.org', priority: 20 },
        { target: 'b.example.org', priority: 10, weight: 1 },
        { target: 'a.example.org', priority: 10, weight: 9 },
      ],
    };
    const places = await placesOf('example.org', records({ services }), []);
    expect(names(places)).toEqual(['a.example.org:587', 'b.example.org:587', 'c.example.org:587']);
  });

  it('do not include what a domain says it does not have', async () => {
    const services = { '_submission._tcp.example.org': [{ target: '.', port: 0 }] };
    expect(await placesOf('example.org', records({ services }), [])).toEqual([]);
  });

  it('are few, however many records somebody publishes', async () => {
    const many = Array.from({ length: 1000 }, (_, at) => ({
      target: `h${String(at)}.example.org`,
      port: at + 1,
    }));
    const places = await placesOf(
      'example.org',
      records({
        services: { '_submissions._tcp.example.org': many, '_submission._tcp.example.org': many },
        exchangers: many.map(({ target }) => target),
      }),
    );
    expect(places.length).toBeLessThanOrEqual(20);
  });

  it('are named once', async () => {
    const services = { '_submission._tcp.example.org': [{ target: 'smtp.example.org', port: 587 }] };
    const places = names(
      await placesOf('example.org', records({ services, exchangers: ['mail.example.org'] })),
    );
    expect(new Set(places).size).toBe(places.length);
  });
});

describe('the proposal', () => {
  const implicit = { port: 465, protocol: 'SMTPS' } as const;
  const submission = { port: 587, protocol: 'SMTP' } as const;
  const relay = { port: 25, protocol: 'SMTP' } as const;
  const at = (door: Pick<Place, 'port' | 'protocol'>, source: Place['source'] = 'COMMON_NAME') => ({
    hostname: 'smtp.example.org',
    ...door,
    source,
  });
  const safe = { isEncrypted: true, isTrusted: true, offersSignIn: true };

  it('demands the encryption that the server showed', () => {
    expect(discovered(at(submission), safe).startTls).toBe('ENABLED_AND_REQUIRED');
    expect(discovered(at(relay), { ...safe, isEncrypted: false, isTrusted: false }).startTls).toBe('ENABLED');
  });

  it.each([
    [
      'trusted encryption',
      discovered(at(submission), safe),
      discovered(at(implicit), { ...safe, isTrusted: false }),
    ],
    [
      'encryption',
      discovered(at(relay), { ...safe, isTrusted: false }),
      discovered(at(submission), { ...safe, isTrusted: false, isEncrypted: false }),
    ],
    [
      'a server to sign in to',
      discovered(at(submission, 'MX'), safe),
      discovered(at(relay, 'SRV'), { ...safe, offersSignIn: false }),
    ],
    ['what the domain names', discovered(at(submission, 'SRV'), safe), discovered(at(implicit), safe)],
    ['TLS from the first byte', discovered(at(implicit), safe), discovered(at(submission), safe)],
  ])('prefers %s', (_, better, worse) => {
    expect(strongestFirst([worse, better])).toEqual([better, worse]);
    expect(strongestFirst([better, worse])).toEqual([better, worse]);
  });
});
