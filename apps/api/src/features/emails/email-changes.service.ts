import type { DataSource } from 'typeorm';
import { connectionOf, type Queryable } from '../../database/sql-pool.ts';
import { parseMailbox } from '../../mail/mailbox.ts';
import { invalidField, notFound, type InvalidInput, type NotFound } from '../../refusals/refusal.ts';
import { mayUseServer, type Caller } from '../access/index.ts';
import type { AuditLog } from '../audit/index.ts';
import type { SmtpServer, SmtpServerLookup, SmtpServerRef } from '../smtp-servers/index.ts';
import { cancelEmails, retryEmails, type Retry } from './change-emails.sql.ts';
import type { Email } from './email.ts';
import { EmailEvent, EmailState, statesBefore } from './email-state.ts';
import { EmailEntity } from './email.entity.ts';
import type { EmailList } from './email-list.service.ts';
import type { ChangedEmails, EmailFilter, WrongState } from './email.requests.ts';

/** Emails that are changed in one statement. */
const BATCH = 1_000;
/** Of many emails that are tried again so many become due in a second, and all of them within a quarter of an hour. */
const RETRIED_A_SECOND = 20;
const LONGEST_SPREAD_SECONDS = 900;

export interface EmailChangesPorts {
  dataSource: DataSource;
  list: EmailList;
  servers: SmtpServerLookup;
  audit: AuditLog;
}

/** What people do to emails that were accepted: try again, stop; one, or all that a filter names. */
export class EmailChanges {
  private readonly ports: EmailChangesPorts;

  constructor(ports: EmailChangesPorts) {
    this.ports = ports;
  }

  async retry(
    id: string,
    ref: SmtpServerRef | null,
    caller: Caller,
  ): Promise<Email | NotFound | WrongState | InvalidInput> {
    const email = await this.ports.list.find(id, caller);
    if (email === null) return notFound(NO_SUCH_EMAIL);
    const wanted = ref ?? (email.serverId === null ? null : { id: email.serverId });
    const server = wanted === null ? null : await this.ports.servers.find(wanted);
    if (ref !== null && (server === null || !mayUseServer(caller, server.id))) {
      return notFound('There is no such server: it may have been deleted or renamed.');
    }
    if (server === null) {
      return invalidField('server', 'REQUIRED', 'Name a server: the one that it was for was deleted.');
    }
    const problem = await this.serverProblem(server, email);
    if (problem !== null) return problem;

    const moved = server.id === email.serverId ? null : server;
    const retry: Retry = {
      server: moved && { id: moved.id, name: moved.name },
      isForced: true,
      spreadSeconds: 0,
    };
    return this.changeOne(email, caller, 'email.retried', moved, (db) => retryEmails(db, [email.id], retry));
  }

  async cancel(id: string, caller: Caller): Promise<Email | NotFound | WrongState> {
    const email = await this.ports.list.find(id, caller);
    if (email === null) return notFound(NO_SUCH_EMAIL);
    return this.changeOne(email, caller, 'email.cancelled', null, (db) => cancelEmails(db, [email.id]));
  }

  async retryAll(filter: EmailFilter, dryRun: boolean, caller: Caller): Promise<ChangedEmails> {
    const { matched, eligible } = await this.counts(filter, EmailEvent.RETRY, caller);
    if (dryRun) return { matched, changed: eligible, skipped: matched - eligible };
    const spreadSeconds = Math.min(eligible / RETRIED_A_SECOND, LONGEST_SPREAD_SECONDS);
    const retry: Retry = { server: null, isForced: false, spreadSeconds };
    return this.changeAll(filter, caller, 'emails.retried', matched, EmailEvent.RETRY, (db, ids) =>
      retryEmails(db, ids, retry),
    );
  }

  async cancelAll(filter: EmailFilter, dryRun: boolean, caller: Caller): Promise<ChangedEmails> {
    const { matched, eligible } = await this.counts(filter, EmailEvent.CANCEL, caller);
    if (dryRun) return { matched, changed: eligible, skipped: matched - eligible };
    return this.changeAll(filter, caller, 'emails.cancelled', matched, EmailEvent.CANCEL, cancelEmails);
  }

  /** The server must be able to take it, by the rules that it was approved by. */
  private async serverProblem(server: SmtpServer, email: Email): Promise<InvalidInput | null> {
    if (!server.isEnabled) {
      const message = `The server "${server.name}" is disabled: enable it, or try another one.`;
      return invalidField('server', 'SERVER_DISABLED', message);
    }
    if (server.id === email.serverId) return null;
    const before = email.serverId === null ? null : await this.ports.servers.find({ id: email.serverId });
    if (server.kind === 'FAX' || before?.kind === 'FAX') {
      return invalidField(
        'server',
        'NOT_FOR_FAX',
        'Keep the server: faxes and emails cannot change places, their addresses differ.',
      );
    }
    const addresses = [email.from, ...email.recipients.map(({ address }) => address)];
    const isTooLoose = addresses.some((text) => 'code' in parseMailbox(text, 'strict'));
    return server.mimeAddressStrict && isTooLoose
      ? invalidField(
          'server',
          'ADDRESS_NOT_STRICT',
          `Choose a server without strict addresses: "${server.name}" does not take one of the addresses.`,
        )
      : null;
  }

  private async changeOne(
    email: Email,
    caller: Caller,
    action: string,
    moved: SmtpServer | null,
    change: (db: Queryable) => Promise<string[]>,
  ): Promise<Email | NotFound | WrongState> {
    return this.ports.dataSource.transaction(async (manager) => {
      const changed = await change(await connectionOf(manager));
      const now = await manager.findOneBy(EmailEntity, { id: email.id });
      if (now === null) return notFound(NO_SUCH_EMAIL);
      if (changed.length === 0) return wrongState(now.state);
      await this.ports.audit.record(manager, {
        caller,
        action,
        subject: email.messageId,
        changes: [
          { field: 'state', before: email.state, after: now.state },
          ...(moved === null ? [] : [{ field: 'server', before: email.serverName, after: moved.name }]),
        ],
      });
      return now;
    });
  }

  /** In batches from the newest to the oldest, so that what comes meanwhile is left alone. */
  private async changeAll(
    filter: EmailFilter,
    caller: Caller,
    action: string,
    matched: number,
    event: EmailEvent,
    change: (db: Queryable, ids: string[]) => Promise<string[]>,
  ): Promise<ChangedEmails> {
    let changed = 0;
    let before: string | null = null;
    for (;;) {
      const query = this.eligible(filter, event, caller).select('email.id', 'id');
      if (before !== null) query.andWhere('email.id < :before', { before });
      const rows = await query.orderBy('email.id', 'DESC').limit(BATCH).getRawMany<{ id: string }>();
      const last = rows.at(-1);
      if (last === undefined) break;
      before = last.id;
      changed += await this.ports.dataSource.transaction(
        async (manager) =>
          (
            await change(
              await connectionOf(manager),
              rows.map(({ id }) => id),
            )
          ).length,
      );
    }
    await this.ports.audit.record(this.ports.dataSource.manager, {
      caller,
      action,
      subject: `${changed} emails`,
      changes: Object.entries(filter)
        .filter(([, value]) => value !== null && value !== undefined)
        .map(([field, value]) => ({ field, before: null, after: JSON.stringify(value) })),
    });
    return { matched, changed, skipped: Math.max(0, matched - changed) };
  }

  private async counts(filter: EmailFilter, event: EmailEvent, caller: Caller) {
    const matched = await this.ports.list.matching(filter, caller).getCount();
    return { matched, eligible: await this.eligible(filter, event, caller).getCount() };
  }

  private eligible(filter: EmailFilter, event: EmailEvent, caller: Caller) {
    return this.ports.list
      .matching(filter, caller)
      .andWhere('email.state = ANY(:eligible::email_state[])', { eligible: statesBefore(event) })
      .andWhere('email.serverId IS NOT NULL');
  }
}

const NO_SUCH_EMAIL =
  'There is no email with this id: it may have been deleted after its time. Look it up in the list.';

const WORDS: Record<EmailState, string> = {
  QUEUED: 'It waits already.',
  SENDING: 'A worker is at it just now: look again in a moment.',
  DEFERRED: 'It waits already.',
  HELD: 'It is held.',
  ACCEPTED: 'The server accepted it already.',
  FAILED: 'It failed already.',
  UNCERTAIN: 'It may have been sent already: nothing is left to stop.',
  CANCELLED: 'It was cancelled: send it anew.',
};

function wrongState(state: EmailState): WrongState {
  return { refusal: 'WrongState', code: 'WRONG_STATE', message: WORDS[state], state };
}
