import { join } from 'node:path';
import { greet, onceTold, scriptedSmtpServer } from '@postroom/testing';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { withAdministrator } from '../harness/administrator.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';
import { OutboxClient } from './outbox-client.ts';
import { SupervisedPostroom } from './supervised-postroom.ts';

let folder: TemporaryFolder;
let postroom: SupervisedPostroom;
let client: OutboxClient;

beforeAll(async () => {
  folder = await temporaryFolder();
  const env = { ...withAdministrator, LOG_LEVEL: 'error', RETRY_UNCERTAIN: 'true' };
  postroom = new SupervisedPostroom({ dataDir: join(folder.path, 'data'), env }, { hasSecondWorker: false });
  await postroom.start();
  client = await OutboxClient.signIn(postroom.url);
});
afterAll(async () => {
  // A frozen process cannot be stopped in a friendly way.
  await postroom.signal('worker', 'SIGCONT');
  await postroom.stop();
  await folder.remove();
});

/** An email in the hands of a worker that is frozen when the server has seen so much of it. */
async function frozenAt(verb: 'DATA' | '.', reply: string) {
  let tell: () => void = () => undefined;
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const hello = greet('220 mail.test ESMTP');
  const smtp = await scriptedSmtpServer([[hello, onceTold(told, verb, reply)], [hello]]);
  onTestFinished(() => smtp.close());
  await client.addServer(`frozen at ${verb}`, smtp.port);
  const id = await client.send(`frozen at ${verb}`);
  await (verb === 'DATA' ? smtp.sees('DATA') : smtp.receives(1));
  expect(await postroom.signal('worker', 'SIGSTOP')).toBe(true);
  tell();
  await postroom.sql(`UPDATE delivery_worker SET lease_until = now() - interval '1 second'
                       WHERE id = (SELECT worker_id FROM email WHERE state = 'SENDING')`);
  return { smtp, id };
}

const leases = async () =>
  (await postroom.sql('SELECT FROM delivery_worker WHERE lease_until > now()')).length;

describe('a worker that is frozen for longer than its lease', () => {
  it('sends no dot when it wakes: another one has sent its email', async () => {
    const { smtp, id } = await frozenAt('DATA', '354 Go');
    postroom.startSecondWorker();
    await client.until(id, 'ACCEPTED');
    await postroom.signal('worker', 'SIGCONT');
    // It has hung up on the server when it has heard that the email is not its own any more.
    await smtp.emptied();
    expect(smtp.messages).toHaveLength(1);
    expect(await client.email(id)).toMatchObject({ state: 'ACCEPTED', possibleDuplicate: false });
    await vi.waitUntil(async () => (await leases()) === 2, { timeout: 20_000, interval: 100 });
  }, 60_000);

  it('after its dot costs one duplicate at most, which is marked, and tells nothing any more when it wakes', async () => {
    await postroom.signal('second worker', 'SIGSTOP');
    const { smtp, id } = await frozenAt('.', '554 5.0.0 No');
    await postroom.signal('second worker', 'SIGCONT');
    await client.until(id, 'DEFERRED');
    await postroom.sql('UPDATE email SET due_at = now() WHERE id = $1', [id]);
    await client.until(id, 'ACCEPTED');
    await postroom.signal('worker', 'SIGCONT');
    await smtp.emptied();
    expect(smtp.messages).toHaveLength(2);
    expect(await client.email(id)).toMatchObject({ state: 'ACCEPTED', possibleDuplicate: true });
  }, 60_000);
});
