import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { ServerBacklog } from '../features/overview/index.ts';

export interface MetricsPorts {
  /** What waits for each server, read anew at each scrape. */
  backlogs: () => Promise<ServerBacklog[]>;
  /** Delivery processes that are alive, wherever they run. */
  countWorkers: () => Promise<number>;
  log: Logger;
}

/**
 * GET /metrics in the text format of Prometheus, on a port of its own: whoever reaches that port may read. What is said of mail is true of
 * the whole service, whichever process is asked; the rest is of this process.
 */
export function createMetricsServer({ backlogs, countWorkers, log }: MetricsPorts): Server {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const setMail = mailGauges(registry);
  const scrape = async () => {
    setMail(await backlogs(), await countWorkers());
    return registry.metrics();
  };
  return createServer((request, response) => {
    const path = request.url?.split('?', 1)[0];
    if (path !== '/metrics' || request.method !== 'GET') {
      say(response, 404, 'GET /metrics is all there is here.\n');
      return;
    }
    scrape().then(
      (text) => {
        response.setHeader('Content-Type', registry.contentType);
        response.end(text);
      },
      (error: unknown) => {
        log.warn({ event: 'metrics.failed', err: error }, 'The metrics could not be read');
        say(response, 503, 'The database does not answer at the moment: scrape again.\n');
      },
    );
  });
}

function mailGauges(registry: Registry): (backlogs: readonly ServerBacklog[], workers: number) => void {
  const registers = [registry];
  const labelNames = ['server'];
  const waiting = new Gauge({
    name: 'postroom_waiting_emails',
    help: 'Emails that are queued, deferred, held or being sent.',
    labelNames,
    registers,
  });
  const oldest = new Gauge({
    name: 'postroom_oldest_waiting_email_seconds',
    help: 'How long the email has waited that has waited longest; 0 = none waits.',
    labelNames,
    registers,
  });
  const held = new Gauge({
    name: 'postroom_server_held',
    help: '1 = the mail of the server is held: its settings are refused, or it is disabled.',
    labelNames,
    registers,
  });
  const alive = new Gauge({
    name: 'postroom_workers',
    help: 'Delivery processes that are alive, wherever they run.',
    registers,
  });
  return (backlogs, workers) => {
    // Servers that were deleted or renamed do not stay.
    for (const gauge of [waiting, oldest, held]) gauge.reset();
    for (const { server, ...backlog } of backlogs) {
      waiting.set({ server }, backlog.waiting);
      oldest.set({ server }, backlog.oldestWaitingSeconds);
      held.set({ server }, backlog.isHeld ? 1 : 0);
    }
    alive.set(workers);
  };
}

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(text);
}
