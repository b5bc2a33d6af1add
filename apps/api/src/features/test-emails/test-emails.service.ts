import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { faxAddress, parseFaxTemplate } from '../../mail/fax-address.ts';
import { parseFaxNumber } from '../../mail/fax-number.ts';
import { parseMailbox, type Mailbox } from '../../mail/mailbox.ts';
import { newMessageId } from '../../mail/message-id.ts';
import { testMessage } from '../../mail/test-message.ts';
import {
  invalidField,
  invalidInput,
  notFound,
  type InputProblem,
  type InvalidInput,
  type NotFound,
} from '../../refusals/refusal.ts';
import type { AddedTrust, SmtpSettings, TestDepth, TestOutcome } from '../../smtp/index.ts';
import type { Caller } from '../access/index.ts';
import type { AuditLog } from '../audit/index.ts';
import { ServerKind, type SmtpServer, type SmtpServerList } from '../smtp-servers/index.ts';
import type { TrustedCertificates } from '../trusted-certificates/index.ts';
import type { SendTestEmail } from './test-email.requests.ts';
import type { TestReport } from './test-report.ts';
import type { TestReports } from './test-reports.service.ts';

/** The engine, with the trusted roots and the address policy of this deployment. */
export type RunTest = (
  settings: SmtpSettings,
  mail: { from: Mailbox; to: Mailbox; message: Buffer },
  options: { depth: TestDepth; trusted: AddedTrust },
) => Promise<TestOutcome>;

export class TestEmails {
  private readonly ports: {
    dataSource: DataSource;
    servers: SmtpServerList;
    certificates: TrustedCertificates;
    reports: TestReports;
    audit: AuditLog;
    runTest: RunTest;
    now: () => Date;
  };

  constructor(ports: TestEmails['ports']) {
    this.ports = ports;
  }

  async send(input: SendTestEmail, caller: Caller): Promise<TestReport | InvalidInput | NotFound> {
    if (!input.serverId) return invalidField('serverId', 'REQUIRED', 'Name the server that is to be tested.');
    const connection = await this.ports.servers.connection(input.serverId);
    if (connection === null) return notFound('There is no server with this id: it may have been deleted.');
    const { server, settings } = connection;

    const from = senderOf(input.from, server);
    const to = recipientOf(input.to, server);
    if ('code' in from || 'code' in to) {
      return invalidInput([from, to].filter((party) => 'code' in party)) ?? notFound('');
    }

    const message = await testMessage({
      from,
      to,
      serverName: server.name,
      date: this.ports.now(),
      messageId: newMessageId(from.domain, randomBytes),
    });
    const outcome = await this.ports.runTest(
      settings,
      { from, to, message },
      { depth: input.depth, trusted: await this.ports.certificates.trustFor(server.id) },
    );
    const report: TestReport = {
      ...outcome,
      id: newId(),
      from: input.from.trim(),
      to: input.to.trim(),
      depth: input.depth,
      revision: server.revision,
      by: caller.name,
    };
    await this.ports.reports.keep(server.id, report);
    await this.ports.audit.record(this.ports.dataSource.manager, {
      caller,
      action: 'smtpServer.tested',
      subject: server.name,
      changes: [{ field: 'outcome', before: null, after: report.failure?.code ?? 'SUCCEEDED' }],
    });
    return report;
  }
}

function senderOf(from: string, server: SmtpServer): Mailbox | InputProblem {
  const mailbox = parseMailbox(from, server.mimeAddressStrict ? 'strict' : 'lenient');
  return 'code' in mailbox ? { path: 'from', ...mailbox } : mailbox;
}

/** For a fax server the number is turned into the gateway's address for it. */
function recipientOf(to: string, server: SmtpServer): Mailbox | InputProblem {
  if (server.kind === ServerKind.SMTP) {
    const mailbox = parseMailbox(to, server.mimeAddressStrict ? 'strict' : 'lenient');
    return 'code' in mailbox ? { path: 'to', ...mailbox } : mailbox;
  }
  const number = parseFaxNumber(to);
  if ('code' in number) return { path: 'to', ...number };
  const template = parseFaxTemplate(server.faxAddressTemplate ?? '');
  if ('code' in template) return { path: 'to', ...template };
  return faxAddress(template, number);
}
