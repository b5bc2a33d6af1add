import { greet, scriptedSmtpServer } from '@postroom/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anEmail, OutboxForTests, sender } from '../../../testing/outbox.ts';
import { endSessions } from '../../../testing/postgres.ts';

let outbox: OutboxForTests;

beforeAll(async () => {
  outbox = await OutboxForTests.open();
});
afterAll(() => outbox.close());

it('two workers go on sending, and nobody gets an email twice, however often every session of the database is cut', async () => {
  const smtp = await scriptedSmtpServer([greet('220 mail.test ESMTP')], { offers: ['PIPELINING'] });
  const { id } = await outbox.addServer({ port: smtp.port });
  for (let count = 0; count < 2; count += 1) await outbox.startWorker();
  const ids: string[] = [];
  for (let round = 0; round < 6; round += 1) {
    const emails = Array.from({ length: 50 }, () => anEmail({ server: { id } }));
    const results = await outbox.services.acceptance.sendAll(emails, sender);
    ids.push(...results.map((result) => ('id' in result ? result.id : result.code)));
    await smtp.receives(round * 50 + 1);
    await endSessions(outbox.database.connection);
  }
  // Where a session was cut between the dot and its commit, the verdict is written once the database is back.
  for (const email of ids) await outbox.until(email, 'ACCEPTED');
  expect(smtp.messages).toHaveLength(ids.length);
});
