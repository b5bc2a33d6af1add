import { GraphQLError } from 'graphql';
import { inTransaction, isDataFault, type SqlPool } from '../../database/sql-pool.ts';
import { headerProblems } from '../../mail/header-problems.ts';
import { invalidInput, notFound, type InvalidInput, type NotFound } from '../../refusals/refusal.ts';
import { callerMayNotSendAs, maySendFrom, mayUseServer, type Caller } from '../access/index.ts';
import {
  insertAttachments,
  prepareAttachments,
  type PreparedAttachment,
  type Uploads,
} from '../attachments/index.ts';
import type { SmtpServer, SmtpServerLookup } from '../smtp-servers/index.ts';
import { acceptedEmail } from './accepted-email.ts';
import type { Composition } from './composition.service.ts';
import { contentHash } from './content-hash.ts';
import type { Email } from './email.ts';
import { contentProblems, emailParties, MOST_EMAILS, type Parties } from './email.rules.ts';
import type { IdempotencyConflict, NoDefaultServer, SendEmail } from './email.requests.ts';
import type { EmailList } from './email-list.service.ts';
import { findByKeys } from './find-by-keys.sql.ts';
import { GroupCommit } from './group-commit.ts';
import { insertEmails, type InsertedEmail, type NewEmail } from './insert-emails.sql.ts';

export type SendResult = Email | InvalidInput | NotFound | NoDefaultServer | IdempotencyConflict;

export interface EmailAcceptancePorts {
  pool: SqlPool;
  servers: SmtpServerLookup;
  list: EmailList;
  composition: Composition;
  uploads: Uploads;
  now: () => Date;
}

/**
 * Takes emails in. It answers when they are committed, so that an answer is a promise; requests that arrive together are committed
 * together, each with a result of its own.
 */
export class EmailAcceptance {
  private readonly ports: EmailAcceptancePorts;
  private readonly inserts: GroupCommit<NewEmail, InsertedEmail | null>;

  constructor(ports: EmailAcceptancePorts) {
    this.ports = ports;
    this.inserts = new GroupCommit(
      async (emails) => {
        const stored = new Map((await insertAll(ports.pool, emails)).map((email) => [email.id, email]));
        return emails.map(({ id }) => stored.get(id) ?? null);
      },
      { isOneItemsFault: isDataFault },
    );
  }

  /** Throws FORBIDDEN for a sender that the caller's token may not use. */
  async send(input: SendEmail, caller: Caller, ensureWanted?: () => void): Promise<SendResult> {
    const [result] = await this.sendAll([input], caller, ensureWanted);
    if (result === undefined) throw new Error('an email without a result');
    return result;
  }

  /**
   * Throws BAD_USER_INPUT for too many, FORBIDDEN as `send` does, and what `ensureWanted` throws when large files have taken so long that
   * the request was answered; then none of them is accepted.
   */
  async sendAll(
    inputs: readonly SendEmail[],
    caller: Caller,
    ensureWanted: () => void = () => undefined,
  ): Promise<SendResult[]> {
    if (inputs.length > MOST_EMAILS) {
      throw new GraphQLError(`Send at most ${MOST_EMAILS} emails at a time; these are ${inputs.length}.`, {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
    const known = await this.knownByKey(inputs, caller);
    const prepared = await Promise.all(
      inputs.map(async (input) => known.get(input) ?? this.prepare(input, caller)),
    );
    // All of them before any is accepted: where a file of one cannot be kept, nothing of the request was.
    const composed = await Promise.all(
      prepared.map(async (each) => ('parties' in each ? this.compose(each, caller) : each)),
    );
    ensureWanted();
    return Promise.all(composed.map(async (each) => ('email' in each ? this.store(each, caller) : each)));
  }

  /** What a key was used for before answers again, whatever has changed since. */
  private async knownByKey(
    inputs: readonly SendEmail[],
    caller: Caller,
  ): Promise<Map<SendEmail, Email | IdempotencyConflict>> {
    const known = new Map<SendEmail, Email | IdempotencyConflict>();
    const keyed = inputs.filter(hasUsableKey);
    const found = await findByKeys(
      this.ports.pool,
      keyed.map(({ idempotencyKey }) => ({ idempotencyKey, callerId: caller.id })),
    );
    for (const input of keyed) {
      const earlier = found.find(({ idempotencyKey }) => idempotencyKey === input.idempotencyKey);
      if (earlier === undefined) continue;
      const isSame = earlier.contentHash.equals(contentHash(input));
      const email = isSame ? await this.ports.list.byId(earlier.id) : null;
      known.set(input, email ?? IDEMPOTENCY_CONFLICT);
    }
    return known;
  }

  private async prepare(input: SendEmail, caller: Caller): Promise<Prepared | Exclude<SendResult, Email>> {
    const server = await this.ports.servers.find(input.server ?? null);
    if (server === null || !mayUseServer(caller, server.id)) {
      return input.server ? notFound(NO_SUCH_SERVER) : NO_DEFAULT_SERVER;
    }
    const parties = emailParties(input, server);
    const files = await this.files(input, server, caller);
    const problems = [
      ...(server.isEnabled ? [] : [serverDisabled(server)]),
      ...(Array.isArray(parties) ? parties : []),
      ...contentProblems(input, this.ports.now()),
      ...headerProblems(input.headers ?? [], 'headers'),
      ...(Array.isArray(files) ? files : []),
    ];
    const refusal = invalidInput(problems);
    if (refusal !== null) return refusal;
    const approved = parties as Parties;
    if (!maySendFrom(caller, approved.from)) throw callerMayNotSendAs();
    return {
      input,
      server,
      parties: approved,
      attachments: Array.isArray(files) ? [] : files.attachments,
    };
  }

  private async files(input: SendEmail, server: SmtpServer, caller: Caller) {
    const { uploads } = this.ports;
    const requests = input.attachments ?? [];
    if (requests.length === 0) return { attachments: [] };
    return prepareAttachments(requests, {
      server,
      uploads: await uploads.namedBy(requests, caller),
      uploadMaxBytes: uploads.maxBytes,
    });
  }

  private async compose(prepared: Prepared, caller: Caller): Promise<Composed> {
    const { input, server } = prepared;
    const email = await this.ports.composition.compose({
      ...prepared,
      callerId: caller.id,
      createdAt: this.ports.now(),
      contentHash: hasUsableKey(input) ? contentHash(input) : null,
    });
    return { input, server, email };
  }

  private async store({ input, server, email }: Composed, caller: Caller): Promise<SendResult> {
    const stored = await this.inserts.add(email);
    if (stored !== null) return acceptedEmail(email, stored);
    return this.whyNotStored(input, server, caller);
  }

  /** Something happened in between: the key was used by another request, or the server went. */
  private async whyNotStored(input: SendEmail, { id }: SmtpServer, caller: Caller): Promise<SendResult> {
    const earlier = (await this.knownByKey([input], caller)).get(input);
    if (earlier !== undefined) return earlier;
    const server = await this.ports.servers.find({ id });
    if (server === null) return notFound(NO_SUCH_SERVER);
    return invalidInput([serverDisabled(server)]) ?? notFound(NO_SUCH_SERVER);
  }
}

/** Nothing is wrong with it. */
interface Prepared {
  input: SendEmail;
  server: SmtpServer;
  parties: Parties;
  attachments: readonly PreparedAttachment[];
}

/** Its files and its message are kept; it is not accepted yet. */
interface Composed {
  input: SendEmail;
  server: SmtpServer;
  email: NewEmail;
}

/** One statement is one commit; where there are attachments, a transaction of two. */
async function insertAll(pool: SqlPool, emails: readonly NewEmail[]): Promise<InsertedEmail[]> {
  if (emails.every(({ attachments }) => attachments.length === 0)) return insertEmails(pool, emails);
  return inTransaction(pool, async (client) => {
    const stored = await insertEmails(client, emails);
    const ids = new Set(stored.map(({ id }) => id));
    const withFiles = emails.filter(({ id }) => ids.has(id));
    await insertAttachments(
      client,
      withFiles.map(({ id, attachments }) => ({ emailId: id, attachments })),
    );
    return stored;
  });
}

function hasUsableKey(input: SendEmail): input is SendEmail & { idempotencyKey: string } {
  const { idempotencyKey } = input;
  return typeof idempotencyKey === 'string' && idempotencyKey !== '' && !idempotencyKey.includes('\0');
}

function serverDisabled({ name }: SmtpServer) {
  return {
    path: 'server',
    code: 'SERVER_DISABLED' as const,
    message: `The server "${name}" is disabled: enable it, or send over another one.`,
  };
}

const NO_SUCH_SERVER =
  'There is no such server: it may have been deleted or renamed. Look it up in the list.';
const NO_DEFAULT_SERVER: NoDefaultServer = {
  refusal: 'NoDefaultServer',
  code: 'NO_DEFAULT_SERVER',
  message: 'There is no default server: name the server, or make one the default.',
};
const IDEMPOTENCY_CONFLICT: IdempotencyConflict = {
  refusal: 'IdempotencyConflict',
  code: 'IDEMPOTENCY_CONFLICT',
  message:
    'This idempotencyKey was used for another email: use a new key for a new email, or send the same content again.',
};
