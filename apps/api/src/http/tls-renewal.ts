import type { Server } from 'node:https';
import type { Logger } from 'pino';
import { secureOptions, type TlsIdentity } from '../tls-config.ts';

/** Files are looked at so often: whoever renews a certificate has days for it. */
const LOOK_MS = 60_000;

export interface TlsRenewalPorts {
  server: Pick<Server, 'setSecureContext'>;
  /** As the server began. */
  present: TlsIdentity;
  /** As the environment says now. */
  read: () => TlsIdentity | null | { problems: string[] };
  log: Logger;
}

/** A certificate that was renewed counts for the next connections, without a restart. */
export class TlsRenewal {
  private readonly ports: TlsRenewalPorts;
  private present: TlsIdentity;
  /** Said once, not each minute. */
  private lastProblem: string | null = null;
  private readonly timer: NodeJS.Timeout;

  constructor(ports: TlsRenewalPorts) {
    this.ports = ports;
    this.present = ports.present;
    this.timer = setInterval(() => {
      this.look();
    }, LOOK_MS).unref();
  }

  /** What cannot be used is told in the log, and the present one stays: half of a pair may be written before the other. */
  look(): void {
    const { log, read, server } = this.ports;
    const found = read();
    if (found === null) return;
    if ('problems' in found) {
      const problem = found.problems.join(' ');
      if (problem !== this.lastProblem) log.warn({ event: 'tls.refused' }, problem);
      this.lastProblem = problem;
      return;
    }
    this.lastProblem = null;
    if (found.certificate === this.present.certificate && found.key === this.present.key) return;
    server.setSecureContext(secureOptions(found));
    this.present = found;
    log.info({ event: 'tls.renewed' }, 'The certificate was renewed');
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
