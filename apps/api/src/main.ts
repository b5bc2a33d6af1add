import 'reflect-metadata';
import { destination, type Logger } from 'pino';
import { createApp } from './app.ts';
import { readConfig, type Config } from './config.ts';
import { EmbeddedPostgres, ensureEmbeddedPostgres } from './database/embedded-postgres.ts';
import { connectExternalPostgres } from './database/external-postgres.ts';
import { closeServer, listen } from './http/listen.ts';
import { createLog } from './log.ts';
import { commandParents, watchParents } from './parent-processes.ts';
import { stopRequest } from './stop-request.ts';

/** Runs the service; the sentence why it could not start or go on, or null when it was asked to stop. */
async function run(config: Config, log: Logger): Promise<string | null> {
  const stop = stopRequest();
  watchParents(commandParents(), () => {
    stop.ask(null);
  });
  const database = await openDatabase(config, log);
  if ('code' in database) return database.message;
  const embedded = database instanceof EmbeddedPostgres ? database : null;
  embedded?.events.once('failed', (problem) => {
    stop.ask(problem.message);
  });
  try {
    const app = await createApp(config, {
      connection: database.connection,
      environment: process.env,
      log,
      now: () => new Date(),
    });
    if ('problem' in app) return app.problem;
    try {
      const problem = await listen(app.server, config);
      if (problem !== null) return problem;
      if (app.setUpLink !== null) console.log(`Make the first administrator at ${app.setUpLink}`);
      console.log(`Postroom is ready at ${config.publicUrl.origin}`);
      const reason = await stop.asked;
      await closeServer(app.server);
      return reason;
    } finally {
      await app.close();
    }
  } finally {
    await embedded?.stop();
  }
}

function openDatabase(config: Config, log: Logger) {
  if (config.databaseUrl !== null) return connectExternalPostgres(config.databaseUrl);
  return ensureEmbeddedPostgres({ dataDir: config.dataDir, log, url: config.publicUrl.origin });
}

// Whoever started the service and read its output may be gone: what it says then is lost, and nothing else.
for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);

const config = readConfig(process.env);
if ('problems' in config) {
  for (const problem of config.problems) console.error(problem);
  process.exitCode = 1;
} else {
  // Events go to standard error, one JSON line each; standard output is for the person who started the service.
  const problem = await run(config, createLog(config.logLevel, destination(2)));
  if (problem !== null) console.error(problem);
  process.exitCode = problem === null ? 0 : 1;
}
