import {
  awaitBytes,
  fallSilent,
  greet,
  on,
  readOnly,
  say,
  sayForEver,
  scriptedSmtpServer,
  type ScriptStep,
} from '@postroom/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OutboxForTests, sender } from '../../../testing/outbox.ts';

let outbox: OutboxForTests;

beforeAll(async () => {
  outbox = await OutboxForTests.open();
});
afterAll(() => outbox.close());

const hello = greet('220 mail.test ESMTP');
const HOSTILE: Record<string, ScriptStep[]> = {
  'never greets': [],
  'drips its greeting': [say('220 x'), sayForEver('y', 50)],
  'floods blank lines': [sayForEver('\r\n'.repeat(100))],
  'is silent after the dot': [hello, on('.')],
  'stops reading in the message': [hello, on('DATA', '354 Go'), readOnly(1000), fallSilent()],
  'answers with the words of another protocol': [awaitBytes(), say('HTTP/1.1 400 Bad Request\r\n\r\n')],
};
const EACH = 40;

it('the mail of a healthy server goes out while six sick ones have theirs, which came first, in hand', async () => {
  const sick = await Promise.all(Object.values(HOSTILE).map((script) => scriptedSmtpServer(script)));
  const healthy = await scriptedSmtpServer([hello], { offers: ['PIPELINING'] });
  const servers = await Promise.all(
    [...sick, healthy].map(({ port }) => outbox.addServer({ port, timeoutSeconds: 10 })),
  );
  const text = 'A line of a message that is long enough to be stuck in.\n'.repeat(100);
  const send = ({ id }: { id: string }) =>
    outbox.services.acceptance.sendAll(
      Array.from({ length: EACH }, () => ({
        server: { id },
        from: 'ada@example.org',
        to: ['bob@example.net'],
        subject: 'isolated',
        text,
      })),
      sender,
    );
  const ofHealthy = servers.pop()!;
  for (const server of servers) await send(server);
  const worker = await outbox.startWorker();
  await Promise.all(sick.map((server) => expect.poll(() => server.connections).toBeGreaterThan(0)));
  await send(ofHealthy);
  await healthy.receives(EACH);

  // All of it has gone before any of the sick servers came to the end of its first wait.
  for (const { id } of servers) {
    const states = new Set(await outbox.states(id));
    expect(
      [...states].filter((state) => state !== 'QUEUED' && state !== 'SENDING' && state !== 'HELD'),
    ).toEqual([]);
  }
  for (const server of [...sick, healthy]) await server.close();
  await worker.stop(1);
});
