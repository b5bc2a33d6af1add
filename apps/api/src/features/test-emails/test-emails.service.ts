import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Mailbox } from '../../mail/mailbox.ts';
import { newMessageId } from '../../mail/message-id.ts';
import { testMessage } from '../../mail/test-message.ts';
import {
  invalidField,
  invalidInput,
  notFound,
  type InvalidInput,
  type NotFound,
} from '../../refusals/refusal.ts';
import type { AddedTrust, SmtpSettings, TestDepth, TestOutcome, TestStep } from '../../smtp/index.ts';
import { callerMayNotSendAs, forbidden, maySendFrom, mayUseServer, type Caller } from '../access/index.ts';
import type { AuditLog } from '../audit/index.ts';
import { draftSubject, savedSubject, type SmtpServerList, type TestSubject } from '../smtp-servers/index.ts';
import type { TrustedCertificates } from '../trusted-certificates/index.ts';
import type { SendTestEmail } from './test-email.requests.ts';
import { testParties } from './test-parties.ts';
import type { TestReport } from './test-report.ts';
import type { TestReports } from './test-reports.service.ts';
import type { TestRun, TestRuns } from './test-runs.service.ts';

/** The engine, with the roots and the address policy of this deployment. */
export type RunTest = (
  settings: SmtpSettings,
  mail: { from: Mailbox; to: Mailbox; message: Buffer },
  options: { depth: TestDepth; trusted: AddedTrust; signal: AbortSignal; onStep: (step: TestStep) => void },
) => Promise<TestOutcome>;

export class TestEmails {
  private readonly ports: {
    dataSource: DataSource;
    servers: SmtpServerList;
    certificates: TrustedCertificates;
    reports: TestReports;
    runs: TestRuns;
    audit: AuditLog;
    runTest: RunTest;
    /** The saved settings passed a test: mail that is held because of them may go. */
    settingsWork: (serverId: string, revision: number) => Promise<void>;
    now: () => Date;
  };

  constructor(ports: TestEmails['ports']) {
    this.ports = ports;
  }

  /** A server that fails the test is a report, too. Throws RATE_LIMITED, and FORBIDDEN where a token's limits stand in the way. */
  async send(input: SendTestEmail, caller: Caller): Promise<TestReport | InvalidInput | NotFound> {
    const { serverId = null, draft = null } = input;
    if (serverId === null && draft === null) {
      return invalidField('serverId', 'REQUIRED', 'Name the server that is to be tested, or give a draft.');
    }
    if (serverId === null && caller.serverIds !== null) throw forbidden(ONLY_OVER_A_SERVER);
    const isSeen = serverId !== null && mayUseServer(caller, serverId);
    const saved = isSeen ? await this.ports.servers.withPassword(serverId) : null;
    if (serverId !== null && saved === null)
      return notFound('There is no server with this id: it may have been deleted.');
    const subject = draft === null ? saved && savedSubject(saved) : draftSubject(draft, saved);
    if (subject === null || Array.isArray(subject))
      return invalidInput(subject ?? []) ?? notFound('There is nothing to test.');
    const parties = testParties(input, subject);
    if (Array.isArray(parties)) return invalidInput(parties) ?? notFound('There is nobody to write to.');
    if (!maySendFrom(caller, parties.sender)) throw callerMayNotSendAs();

    const run = await this.ports.runs.begin(caller.id, input.watchId ?? null);
    if ('refusal' in run) return run;
    const revision = draft === null && saved !== null ? saved.server.revision : null;
    const outcome = await this.run(run, { subject, serverId, ...parties, depth: input.depth });
    const { from, to, depth } = input;
    const report = {
      ...outcome,
      id: newId(),
      from: from.trim(),
      to: to.trim(),
      depth,
      revision,
      by: caller.name,
    };
    // A report of a draft says nothing of the saved settings and is not kept with theirs.
    if (serverId !== null && revision !== null) {
      await this.ports.reports.keep(serverId, report);
      if (report.succeeded) await this.ports.settingsWork(serverId, revision);
    }
    await this.ports.audit.record(this.ports.dataSource.manager, {
      caller,
      action: 'smtpServer.tested',
      subject: subject.name ?? subject.connection.hostname,
      changes: [{ field: 'outcome', before: null, after: report.failure?.code ?? 'SUCCEEDED' }],
    });
    return report;
  }

  private async run(
    run: TestRun,
    test: {
      subject: TestSubject;
      serverId: string | null;
      sender: Mailbox;
      recipient: Mailbox;
      depth: TestDepth;
    },
  ): Promise<TestOutcome> {
    const { subject, sender, recipient, depth } = test;
    try {
      const message = await testMessage({
        from: sender,
        to: recipient,
        serverName: subject.name,
        date: this.ports.now(),
        messageId: newMessageId(sender.domain, randomBytes),
      });
      const trusted = await this.ports.certificates.trustFor(test.serverId);
      const { signal, tell: onStep } = run;
      const mail = { from: sender, to: recipient, message };
      return await this.ports.runTest(subject.connection, mail, { depth, trusted, signal, onStep });
    } finally {
      await run.end();
    }
  }
}

const ONLY_OVER_A_SERVER =
  'This token is limited to some servers: give the id of one of them, with the draft laid over it.';
