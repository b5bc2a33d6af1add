import type { X509Certificate } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { validate as isUuid, v7 as newId } from 'uuid';
import {
  invalidInput,
  notFound,
  type InputProblem,
  type InvalidInput,
  type NotFound,
} from '../../refusals/refusal.ts';
import { textProblems, withoutOuterSpace } from '../../refusals/text-problem.ts';
import type { AddedTrust } from '../../smtp/index.ts';
import {
  forbidden,
  mayUseServer,
  reauthenticationRequired,
  type Caller,
  type ReauthenticationRequired,
} from '../access/index.ts';
import type { AuditLog } from '../audit/index.ts';
import { SmtpServerEntity, type SmtpServer } from '../smtp-servers/index.ts';
import { parsePemBundle } from './pem-bundle.ts';
import type { TrustedCertificate } from './trusted-certificate.ts';
import { TrustedCertificateEntity } from './trusted-certificate.entity.ts';
import type { AddTrustedCertificates } from './trusted-certificate.requests.ts';
import { TrustedCertificateServerEntity } from './trusted-certificate-server.entity.ts';

type ServerLimits = Pick<Caller, 'serverIds'>;

/** What is trusted beside the roots. A change applies to the next connection: every one asks `trustFor` anew. */
export class TrustedCertificates {
  private readonly dataSource: DataSource;
  private readonly audit: AuditLog;
  private readonly now: () => Date;
  private readonly trustChanged: (manager: EntityManager) => Promise<void>;

  /** `trustChanged` is told in the transaction of the change: mail may be held for want of trust. */
  constructor(ports: {
    dataSource: DataSource;
    audit: AuditLog;
    now: () => Date;
    trustChanged: (manager: EntityManager) => Promise<void>;
  }) {
    this.dataSource = ports.dataSource;
    this.audit = ports.audit;
    this.now = ports.now;
    this.trustChanged = ports.trustChanged;
  }

  /** Those that count for a server that the caller may see, newest first. */
  async all(caller: ServerLimits): Promise<TrustedCertificate[]> {
    const query = this.dataSource
      .getRepository(TrustedCertificateEntity)
      .createQueryBuilder('certificate')
      .orderBy('certificate.id', 'DESC');
    if (caller.serverIds !== null) {
      query.where(
        'certificate.isForAllServers OR certificate.id IN ' +
          '(SELECT certificate_id FROM trusted_certificate_server WHERE server_id = ANY(:serverIds))',
        { serverIds: [...caller.serverIds] },
      );
    }
    return query.getMany();
  }

  /** Those of them that the caller may see; null = every server. */
  async serversOf(certificate: TrustedCertificate, caller: ServerLimits): Promise<SmtpServer[] | null> {
    if (certificate.isForAllServers) return null;
    const servers = await this.allServersOf(certificate);
    return servers.filter((server) => mayUseServer(caller, server.id));
  }

  private async allServersOf(certificate: TrustedCertificate): Promise<SmtpServer[]> {
    return this.dataSource
      .getRepository(SmtpServerEntity)
      .createQueryBuilder('server')
      .where('server.id IN (SELECT server_id FROM trusted_certificate_server WHERE certificate_id = :id)', {
        id: certificate.id,
      })
      .orderBy('server.nameKey')
      .getMany();
  }

  /** Those that count for a server: its own and those for every one. For a draft that is no server yet, the latter. */
  async countingFor(serverId: string | null): Promise<TrustedCertificateEntity[]> {
    return this.dataSource
      .getRepository(TrustedCertificateEntity)
      .createQueryBuilder('certificate')
      .where('certificate.isForAllServers')
      .orWhere(
        'certificate.id IN (SELECT certificate_id FROM trusted_certificate_server WHERE server_id = :serverId)',
        { serverId },
      )
      .orderBy('certificate.id', 'DESC')
      .getMany();
  }

  async trustFor(serverId: string | null): Promise<AddedTrust> {
    const certificates = await this.countingFor(serverId);
    return {
      authorities: certificates.filter((certificate) => certificate.isAuthority).map(({ pem }) => pem),
      sha256: certificates.filter((certificate) => !certificate.isAuthority).map(({ sha256 }) => sha256),
    };
  }

  async add(
    input: AddTrustedCertificates,
    caller: Caller,
  ): Promise<{ certificates: TrustedCertificate[] } | InvalidInput | NotFound | ReauthenticationRequired> {
    if (!input.serverIds && caller.serverIds !== null) throw forbidden(NOT_FOR_EVERY_SERVER);
    const name = withoutOuterSpace(input.name);
    const serverIds = input.serverIds ? [...new Set(input.serverIds)] : null;
    const parsed = parsePemBundle(input.pem);
    const certificates = Array.isArray(parsed) ? parsed : [];
    const refusal =
      invalidInput([
        ...textProblems('name', name, { longest: 100, whenEmpty: 'Enter a name.' }),
        ...(Array.isArray(parsed) ? serverProblems(certificates, serverIds) : [parsed]),
      ]) ?? reauthenticationRequired(caller, this.now());
    if (refusal !== null) return refusal;

    return this.dataSource.transaction(async (manager) => {
      const areSeen = (serverIds ?? []).every((id) => mayUseServer(caller, id));
      const servers = areSeen ? await namedServers(manager, serverIds ?? []) : null;
      if (servers === null)
        return notFound('One of the servers does not exist: it may have been deleted. Nothing was added.');
      const added = certificates.map((certificate) =>
        manager.create(TrustedCertificateEntity, {
          ...describe(certificate),
          id: newId(),
          name,
          isForAllServers: serverIds === null,
        }),
      );
      await manager.insert(TrustedCertificateEntity, added);
      const named = added.flatMap(({ id }) =>
        servers.map((server) => ({ certificateId: id, serverId: server.id })),
      );
      await manager.insert(TrustedCertificateServerEntity, named);
      for (const certificate of added)
        await this.record(manager, caller, 'trustedCertificate.added', certificate, servers);
      await this.trustChanged(manager);
      return { certificates: added };
    });
  }

  async delete(id: string, caller: Caller): Promise<{ id: string } | NotFound> {
    return this.dataSource.transaction(async (manager) => {
      const certificate = isUuid(id) ? await manager.findOneBy(TrustedCertificateEntity, { id }) : null;
      const servers =
        certificate && (certificate.isForAllServers ? [] : await this.allServersOf(certificate));
      const isSeen =
        certificate?.isForAllServers || servers?.some((server) => mayUseServer(caller, server.id));
      if (certificate === null || servers === null || (caller.serverIds !== null && !isSeen))
        return notFound('There is no trusted certificate with this id: it may have been deleted.');
      if (
        certificate.isForAllServers
          ? caller.serverIds !== null
          : !servers.every(({ id }) => mayUseServer(caller, id))
      )
        throw forbidden(NOT_FOR_OTHERS);
      await manager.delete(TrustedCertificateEntity, { id });
      await this.record(manager, caller, 'trustedCertificate.deleted', certificate, servers);
      await this.trustChanged(manager);
      return { id };
    });
  }

  private async record(
    manager: EntityManager,
    caller: Caller,
    action: 'trustedCertificate.added' | 'trustedCertificate.deleted',
    certificate: TrustedCertificate,
    servers: readonly SmtpServer[],
  ): Promise<void> {
    const facts = {
      sha256: certificate.sha256,
      subject: certificate.subject,
      isAuthority: String(certificate.isAuthority),
      servers: certificate.isForAllServers ? 'every server' : servers.map((server) => server.name).join(', '),
    };
    const isNew = action === 'trustedCertificate.added';
    const changes = Object.entries(facts)
      .filter(([, value]) => value !== '')
      .map(([field, value]) => ({ field, before: isNew ? null : value, after: isNew ? value : null }));
    await this.audit.record(manager, { caller, action, subject: certificate.name, changes });
  }
}

const NOT_FOR_EVERY_SERVER =
  'This token is limited to some servers: name those of them that the certificate is for.';
const NOT_FOR_OTHERS =
  'This token is limited to some servers, and the certificate counts for others too: an administrator can delete it.';

function serverProblems(
  certificates: readonly X509Certificate[],
  serverIds: readonly string[] | null,
): InputProblem[] {
  if (serverIds?.length === 0) {
    const message = 'Name at least one server, or leave the servers out to trust it for every one.';
    return [{ path: 'serverIds', code: 'SERVERS_REQUIRED', message }];
  }
  if (serverIds !== null || certificates.every((certificate) => certificate.ca)) return [];
  const message =
    "Name the servers: this is a server's own certificate, no authority, and is trusted only where it is expected.";
  return [{ path: 'serverIds', code: 'SERVERS_REQUIRED', message }];
}

/** null = one of them does not exist. */
async function namedServers(
  manager: EntityManager,
  ids: readonly string[],
): Promise<SmtpServerEntity[] | null> {
  if (ids.length === 0) return [];
  if (!ids.every((id) => isUuid(id))) return null;
  const servers = await manager
    .createQueryBuilder(SmtpServerEntity, 'server')
    .where('server.id IN (:...ids)', { ids })
    .setLock('pessimistic_read')
    .getMany();
  return servers.length === ids.length ? servers : null;
}

function describe(certificate: X509Certificate) {
  const oneLine = (name: string) => name.replaceAll('\n', ', ');
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    sha256: certificate.fingerprint256,
    validFrom: new Date(certificate.validFrom),
    validTo: new Date(certificate.validTo),
    isAuthority: certificate.ca,
    pem: certificate.toString(),
  };
}
