import 'reflect-metadata';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { Server as TlsServer } from 'node:https';
import { fileURLToPath } from 'node:url';
import { destination, type Logger } from 'pino';
import { readConfig, readTlsAgain, type Config } from './config.ts';
import type { DatabaseConnection } from './database/database-connection.ts';
import { EmbeddedPostgres, ensureEmbeddedPostgres } from './database/embedded-postgres.ts';
import { connectExternalPostgres } from './database/external-postgres.ts';
import { closeServer, listen } from './http/listen.ts';
import { TlsRenewal } from './http/tls-renewal.ts';
import { createLog } from './log.ts';
import { commandParents, watchParents } from './parent-processes.ts';
import { readRole, Role } from './roles.ts';
import { stopRequest, type StopRequest } from './stop-request.ts';
import { WorkerProcess } from './worker-process.ts';

/** A process that was asked to stop has ended after so long. */
const STOP_MS = 30_000;

/** Runs the API, with a delivery process beside it or without; the sentence why it could not start or go on, or null when it was asked to stop. */
async function runApi(config: Config, role: Role, log: Logger, stop: StopRequest): Promise<string | null> {
  const database = await openDatabase(config, log);
  if ('code' in database) return database.message;
  const embedded = database instanceof EmbeddedPostgres ? database : null;
  embedded?.events.once('failed', (problem) => {
    stop.ask(problem.message);
  });
  try {
    const { createApp } = await import('./app.ts');
    const { connection } = database;
    const app = await createApp(config, { connection, environment: process.env, log, now: () => new Date() });
    if ('problem' in app) return app.problem;
    const worker =
      role === Role.ALL
        ? new WorkerProcess({ script: fileURLToPath(import.meta.url), connection, log })
        : null;
    try {
      const problem = (await listenForMetrics(app.metrics, config)) ?? (await listen(app.server, config));
      if (problem !== null) return problem;
      worker?.start();
      const renewal = followCertificate(app.server, config, log);
      if (app.lockNotice !== null) console.log(app.lockNotice);
      if (app.setUpLink !== null) console.log(`Make the first administrator at ${app.setUpLink}`);
      console.log(`Postroom is ready at ${config.publicUrl.origin}`);
      const reason = await stop.asked;
      renewal?.stop();
      await Promise.all([closeServer(app.server), worker?.stop()]);
      return reason;
    } finally {
      await worker?.stop();
      if (app.metrics?.listening) await closeServer(app.metrics);
      await app.close();
    }
  } finally {
    await embedded?.stop();
  }
}

function followCertificate(server: Server, { tls }: Config, log: Logger): TlsRenewal | null {
  if (tls === null || !(server instanceof TlsServer)) return null;
  return new TlsRenewal({ server, present: tls, read: () => readTlsAgain(process.env), log });
}

async function listenForMetrics(
  server: Server | null,
  { host, metricsPort }: Config,
): Promise<string | null> {
  if (server === null || metricsPort === null) return null;
  return listen(server, { host, port: metricsPort, portName: 'METRICS_PORT' });
}

/** Runs the deliveries alone: beside the API that started this process, or on a machine of its own. */
async function runWorker(config: Config, log: Logger, stop: StopRequest): Promise<string | null> {
  const connection = process.send === undefined ? await ownDatabase(config) : await databaseOfParent(stop);
  if (typeof connection === 'string') return connection;
  const { startWorker } = await import('./worker.ts');
  const worker = await startWorker(config, { connection, environment: process.env, log });
  if ('problem' in worker) return worker.problem;
  const reason = await stop.asked;
  await worker.stop();
  return reason;
}

async function ownDatabase(config: Config): Promise<DatabaseConnection | string> {
  if (config.databaseUrl === null) {
    return 'Set DATABASE_URL: a worker on its own shares the database of the API. Without --role one command runs both.';
  }
  const database = await connectExternalPostgres(config.databaseUrl);
  return 'code' in database ? database.message : database.connection;
}

async function databaseOfParent(stop: StopRequest): Promise<DatabaseConnection> {
  process.once('disconnect', () => {
    stop.ask(null);
  });
  const [{ connection }] = (await once(process, 'message')) as [{ connection: DatabaseConnection }];
  return connection;
}

function openDatabase(config: Config, log: Logger) {
  if (config.databaseUrl !== null) return connectExternalPostgres(config.databaseUrl);
  return ensureEmbeddedPostgres({ dataDir: config.dataDir, log, url: config.publicUrl.origin });
}

// Whoever started the service and read its output may be gone: what it says then is lost, and nothing else.
for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);

const role = readRole(process.argv.slice(2));
const config = readConfig(process.env);
if (typeof role === 'object' || 'problems' in config) {
  if (typeof role === 'object') console.error(role.problem);
  if ('problems' in config) for (const problem of config.problems) console.error(problem);
  process.exitCode = 1;
} else {
  const stop = stopRequest();
  if (process.send === undefined) {
    watchParents(commandParents(), () => {
      stop.ask(null);
    });
  }
  // Events go to standard error, one JSON line each; standard output is for the person who started the service.
  const log = createLog(config.logLevel, destination(2));
  // What hangs for longer (a database that does not answer) is left behind: the next start finds everything as after a crash.
  void stop.asked.then(() => setTimeout(() => process.exit(1), STOP_MS).unref());
  const run = role === Role.WORKER ? runWorker(config, log, stop) : runApi(config, role, log, stop);
  const problem = await run;
  if (problem !== null) console.error(problem);
  process.exitCode = problem === null ? 0 : 1;
  // The channel to the parent would keep a worker alive that has nothing left to do.
  if (process.connected) process.disconnect();
}
