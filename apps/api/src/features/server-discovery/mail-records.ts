import { Resolver } from 'node:dns/promises';

/** One SRV record (RFC 2782). A target of "." says that the domain has no such service. */
export interface ServiceRecord {
  target: string;
  port: number;
  priority: number;
  weight: number;
}

/** What DNS says of a domain's mail. A name without such records, or no answer, is an empty list. */
export interface MailRecords {
  services(name: string): Promise<readonly ServiceRecord[]>;
  /** Hosts that take mail for the domain, the preferred one first. */
  exchangers(domain: string): Promise<readonly string[]>;
}

/** The DNS servers of this machine, asked twice, two seconds each time. */
export function systemMailRecords(): MailRecords {
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  return {
    async services(name) {
      const records = await resolver.resolveSrv(name).catch(() => []);
      return records.map(({ name: target, ...record }) => ({ ...record, target }));
    },
    async exchangers(domain) {
      const records = await resolver.resolveMx(domain).catch(() => []);
      return records.sort((a, b) => a.priority - b.priority).map(({ exchange }) => exchange);
    },
  };
}
