import { mailSink } from '@postroom/testing';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { closedPort } from '../../testing/closed-port.ts';
import { OutboxForTests } from '../../testing/outbox.ts';
import { createLog } from '../log.ts';
import { countWorkers, readServerBacklogs } from '../features/overview/index.ts';
import { createMetricsServer } from './metrics-server.ts';

let outbox: OutboxForTests;

beforeAll(async () => {
  outbox = await OutboxForTests.open();
});
afterAll(() => outbox.close());

async function startMetrics(backlogs = () => readServerBacklogs(outbox.pool)): Promise<string> {
  const log = createLog('silent', { write: () => undefined });
  const server = createMetricsServer({ backlogs, countWorkers: () => countWorkers(outbox.pool), log });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

async function scrape(url: string): Promise<Map<string, number>> {
  const response = await fetch(`${url}/metrics`);
  expect(response.headers.get('content-type')).toContain('version=0.0.4');
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

it('tells what waits for each server, what is held, and which workers are alive', async () => {
  const sink = await mailSink();
  onTestFinished(() => sink.close());
  const good = await outbox.addServer({ name: 'Good "relay"', port: sink.port });
  const dead = await outbox.addServer({ name: 'Dead', port: await closedPort() });
  const url = await startMetrics();
  expect((await scrape(url)).get('postroom_workers')).toBe(0);

  await outbox.startWorker();
  const sent = await outbox.send({ server: { id: good.id } });
  const late = await outbox.send({ server: { id: dead.id } });
  await outbox.until(sent.id, 'ACCEPTED');
  await outbox.until(late.id, 'DEFERRED');
  const metrics = await scrape(url);
  expect(metrics.get('postroom_workers')).toBe(1);
  expect(metrics.get('postroom_waiting_emails{server="Good \\"relay\\""}')).toBe(0);
  expect(metrics.get('postroom_oldest_waiting_email_seconds{server="Good \\"relay\\""}')).toBe(0);
  expect(metrics.get('postroom_waiting_emails{server="Dead"}')).toBe(1);
  expect(metrics.get('postroom_oldest_waiting_email_seconds{server="Dead"}')).toBeGreaterThan(0);
  expect(metrics.get('postroom_server_held{server="Dead"}')).toBe(0);
  expect(metrics.get('process_resident_memory_bytes')).toBeGreaterThan(0);

  await outbox.sql(`UPDATE smtp_server SET name = 'Renamed' WHERE id = $1`, [dead.id]);
  const later = await scrape(url);
  expect(later.has('postroom_waiting_emails{server="Dead"}')).toBe(false);
  expect(later.get('postroom_waiting_emails{server="Renamed"}')).toBe(1);
});

it('says so where the database does not answer, and tells nothing else', async () => {
  const url = await startMetrics(() => Promise.reject(new Error('the database is away')));
  const failed = await fetch(`${url}/metrics`);
  expect(failed.status).toBe(503);
  expect(await failed.text()).toContain('database');
  expect((await fetch(`${url}/graphql`)).status).toBe(404);
  expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(404);
});
