import { parseMailbox } from '../../mail/mailbox.ts';
import type { InputProblem } from '../../refusals/refusal.ts';
import { normaliseHostname, Protocol, StartTls } from '../../smtp/index.ts';
import type { MailRecords, ServiceRecord } from './mail-records.ts';

/** Who named a place: the domain itself (RFC 6186, RFC 8314), a name that many domains use, or the host that takes its mail. */
export const DiscoverySource = { SRV: 'SRV', COMMON_NAME: 'COMMON_NAME', MX: 'MX' } as const;
export type DiscoverySource = (typeof DiscoverySource)[keyof typeof DiscoverySource];

/** Where a server may be. */
export interface Place {
  hostname: string;
  port: number;
  protocol: Protocol;
  source: DiscoverySource;
}

/** What a connection to a place showed. */
export interface Probed {
  isEncrypted: boolean;
  isTrusted: boolean;
  offersSignIn: boolean;
}

export interface DiscoveredServer extends Place, Probed {
  /** What to set: what the server can is demanded, so that nobody on the way can take it away. */
  startTls: StartTls;
}

/** RFC 8314 section 7.3 (465), RFC 6409 section 3.1 (587), RFC 5321 section 4.5.4.2 (25). */
export const usualDoors: readonly Pick<Place, 'port' | 'protocol'>[] = [
  { port: 465, protocol: Protocol.SMTPS },
  { port: 587, protocol: Protocol.SMTP },
  { port: 25, protocol: Protocol.SMTP },
];

/** Whoever answers for DNS decides how many records there are; this decides how many of them are tried. */
const MOST_SERVICES = 4;
const MOST_EXCHANGERS = 2;

/** The domain of what somebody typed: an email address, or the domain itself. Addresses of machines have no records. */
export function domainOf(text: string): string | InputProblem {
  const mailbox = text.includes('@') ? parseMailbox(text, 'lenient') : null;
  if (mailbox !== null && 'code' in mailbox) return { path: 'addressOrDomain', ...mailbox };
  const domain = normaliseHostname(mailbox?.domain ?? text);
  // A top-level domain that ends in a digit is an address, whatever its spelling.
  if (domain !== null && /^[^:]+\.[^.:]*[^.:\d]$/.test(domain)) return domain;
  return {
    path: 'addressOrDomain',
    code: 'BAD_FORMAT',
    message: 'Enter an email address such as ada@example.org, or a domain such as example.org.',
  };
}

/** Where the servers of a domain may be, without a place named twice. What the domain itself says comes first. */
export async function placesOf(domain: string, records: MailRecords, doors = usualDoors): Promise<Place[]> {
  const [implicitTls, startTls, exchangers] = await Promise.all([
    records.services(`_submissions._tcp.${domain}`),
    records.services(`_submission._tcp.${domain}`),
    records.exchangers(domain),
  ]);
  const named = [
    ...placesOfServices(implicitTls, Protocol.SMTPS),
    ...placesOfServices(startTls, Protocol.SMTP),
  ];
  const guessed = [`smtp.${domain}`, `mail.${domain}`].flatMap((hostname) =>
    doors.map((door) => ({ hostname, ...door, source: DiscoverySource.COMMON_NAME })),
  );
  const receiving = hostnames(exchangers)
    .slice(0, MOST_EXCHANGERS)
    .flatMap((hostname) => doors.map((door) => ({ hostname, ...door, source: DiscoverySource.MX })));
  const places = new Map<string, Place>();
  for (const place of [...named, ...guessed, ...receiving]) {
    const key = `${place.hostname}:${String(place.port)}`;
    if (!places.has(key)) places.set(key, place);
  }
  return [...places.values()];
}

/** In the order of RFC 2782, without its lottery between equal ones: they are all tried. */
function placesOfServices(records: readonly ServiceRecord[], protocol: Protocol): Place[] {
  return records
    .toSorted((a, b) => a.priority - b.priority || b.weight - a.weight)
    .flatMap(({ target, port }) => {
      const [hostname] = hostnames([target]);
      return hostname === undefined || port < 1
        ? []
        : [{ hostname, port, protocol, source: DiscoverySource.SRV }];
    })
    .slice(0, MOST_SERVICES);
}

function hostnames(names: readonly string[]): string[] {
  return names.map(normaliseHostname).filter((name): name is string => name !== null && name !== '');
}

export function discovered(place: Place, probed: Probed): DiscoveredServer {
  const startTls = probed.isEncrypted ? StartTls.ENABLED_AND_REQUIRED : StartTls.ENABLED;
  return { ...place, ...probed, startTls };
}

const SOURCES = Object.values(DiscoverySource);

/**
 * The one to propose first: encryption that can be trusted before encryption, and that before none; a server to sign in to
 * before one that takes mail for its own domain only; what the domain names before what was guessed; TLS from the first
 * byte before StartTLS (RFC 8314 section 3).
 */
export function strongestFirst(servers: readonly DiscoveredServer[]): DiscoveredServer[] {
  const rank = (server: DiscoveredServer): number[] => [
    server.isTrusted ? 0 : 1,
    server.isEncrypted ? 0 : 1,
    server.offersSignIn ? 0 : 1,
    SOURCES.indexOf(server.source),
    server.protocol === Protocol.SMTPS ? 0 : 1,
  ];
  return servers.toSorted((a, b) => {
    const other = rank(b);
    return rank(a).reduce((order, value, at) => order || value - (other[at] ?? 0), 0);
  });
}
