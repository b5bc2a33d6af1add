import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultyServers } from '../../../testing/faulty-servers.ts';
import { OutboxForTests } from '../../../testing/outbox.ts';
import { PASSWORD, spellingsFoundIn, USERNAME } from '../../../testing/smtp-fixtures.ts';
import type { Protocol, SmtpFailureCode, StartTls } from '../../smtp/index.ts';
import type { EmailState } from '../emails/index.ts';

interface FaultRow {
  id: string;
  server: string;
  settings: { startTls?: StartTls; protocol?: Protocol; credentials?: boolean; username?: boolean };
  test: { code?: SmtpFailureCode } | null;
  email: EmailState;
  failure?: { code: SmtpFailureCode };
}

const path = new URL('../../../testing/vectors/smtp-faults.json', import.meta.url);
const { faults } = JSON.parse(readFileSync(path, 'utf8')) as { faults: FaultRow[] };

let outbox: OutboxForTests;

beforeAll(async () => {
  outbox = await OutboxForTests.open();
  // The wait after the dot is 10 minutes for a delivery; here half a second says the same.
  await outbox.startWorker({ limits: { afterDotMs: 500 } });
});
afterAll(() => outbox.close());

describe.concurrent('an email in the outbox becomes', () => {
  for (const row of faults) {
    it(`${row.email} by ${row.id} ${row.server} (${JSON.stringify(row.settings)})`, async ({
      onTestFinished,
    }) => {
      const faulty = await faultyServers[row.id]?.();
      if (faulty === undefined) throw new Error(`${row.id} has no server`);
      onTestFinished(() => faulty.server.close());
      const { startTls = 'DISABLED', protocol = 'SMTP', credentials, username } = row.settings;
      const server = await outbox.addServer({
        port: faulty.server.port,
        startTls,
        protocol,
        ...(username === true && { username: USERNAME }),
        ...(credentials === true && { username: USERNAME, password: PASSWORD }),
      });
      const size = faulty.mail?.message?.length ?? 0;
      const email = await outbox.send({
        server: { id: server.id },
        to: faulty.recipients ?? [faulty.mail?.to ?? 'bob@example.net'],
        ...(size > 1000 && { text: '0123456789abcdef\r\n'.repeat(size / 18) }),
      });

      const ended = await outbox.until(email.id, 'ACCEPTED', 'DEFERRED', 'HELD', 'FAILED', 'UNCERTAIN');
      expect(ended.state).toBe(row.email);
      const [attempt, ...more] = await outbox.services.list.attemptsOf(email.id);
      expect(more).toEqual([]);
      const code = row.failure?.code ?? row.test?.code;
      if (code !== undefined) expect(attempt?.failure?.code).toBe(code);
      expect(attempt?.serverRevision).toBe(1);
      expect(ended.nextAttemptAt === null).toBe(row.email !== 'DEFERRED');
      const hold = await outbox.services.holds.of({ perRequest: new Map() }, server.id);
      expect(hold?.heldBy?.code).toBe(row.email === 'HELD' ? code : undefined);
      expect(spellingsFoundIn(JSON.stringify([ended, attempt, hold]))).toEqual([]);
      expect(spellingsFoundIn(faulty.server.clear.toString('latin1'))).toEqual([]);
    });
  }
});
