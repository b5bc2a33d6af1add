import type { DataSource } from 'typeorm';
import { invalidField, type InvalidInput } from '../../refusals/refusal.ts';
import type { AddedTrust } from '../../smtp/index.ts';
import { forbidden, type Caller } from '../access/index.ts';
import type { AuditLog } from '../audit/index.ts';
import type { TestRuns } from '../test-emails/index.ts';
import type { TrustedCertificates } from '../trusted-certificates/index.ts';
import type { MailRecords } from './mail-records.ts';
import {
  discovered,
  domainOf,
  placesOf,
  strongestFirst,
  usualDoors,
  type DiscoveredServer,
  type Place,
  type Probed,
} from './server-discovery.ts';

/**
 * A connection to each place, up to EHLO and back, all at the same time, with the roots and the address policy of this
 * deployment; null = no SMTP server there.
 */
export type ProbeServers = (
  places: readonly Place[],
  options: { trusted: AddedTrust; signal: AbortSignal },
) => Promise<readonly (Probed | null)[]>;

export interface DiscoveredServers {
  domain: string;
  servers: DiscoveredServer[];
}

/** Finds the servers of a domain: what DNS says, and what usual names and ports show. Nobody is named and nothing is sent. */
export class ServerDiscovery {
  private readonly ports: {
    dataSource: DataSource;
    records: MailRecords;
    probe: ProbeServers;
    certificates: TrustedCertificates;
    /** It knocks at servers as a test does, and is counted as one. */
    runs: Pick<TestRuns, 'begin'>;
    audit: AuditLog;
    doors?: typeof usualDoors;
  };

  constructor(ports: ServerDiscovery['ports']) {
    this.ports = ports;
  }

  /** Throws RATE_LIMITED. */
  async discover(addressOrDomain: string, caller: Caller): Promise<DiscoveredServers | InvalidInput> {
    if (caller.serverIds !== null)
      throw forbidden('This token is limited to some servers: it looks for no others.');
    const domain = domainOf(addressOrDomain);
    if (typeof domain !== 'string') return invalidField(domain.path, domain.code, domain.message);
    const run = await this.ports.runs.begin(caller.id, null);
    if ('refusal' in run) return run;
    try {
      const servers = await this.look(domain, run.signal);
      await this.ports.audit.record(this.ports.dataSource.manager, {
        caller,
        action: 'smtpServer.discovered',
        subject: domain,
        changes: [{ field: 'found', before: null, after: servers.map(placeName).join(', ') || 'none' }],
      });
      return { domain, servers };
    } finally {
      await run.end();
    }
  }

  private async look(domain: string, signal: AbortSignal): Promise<DiscoveredServer[]> {
    // Names below it never exist, whatever DNS says (RFC 6761 section 6.4).
    if (domain.endsWith('.invalid')) return [];
    const places = await placesOf(domain, this.ports.records, this.ports.doors ?? usualDoors);
    const trusted = await this.ports.certificates.trustFor(null);
    const probed = await this.ports.probe(places, { trusted, signal });
    return strongestFirst(
      places.flatMap((place, at) => {
        const found = probed[at] ?? null;
        return found === null ? [] : [discovered(place, found)];
      }),
    );
  }
}

function placeName({ hostname, port }: Place): string {
  return `${hostname}:${String(port)}`;
}
