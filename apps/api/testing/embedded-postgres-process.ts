// A start in a process of its own, for tests that kill it. Prints what it came to as JSON, then stays until SIGTERM.
import { ensureEmbeddedPostgres } from '../src/database/embedded-postgres.ts';

const silent = () => undefined;
const postgres = await ensureEmbeddedPostgres({
  dataDir: process.argv[2] ?? '',
  log: { info: silent, warn: silent, error: silent },
  url: 'http://localhost:4000',
});
if ('code' in postgres) {
  process.stdout.write(JSON.stringify(postgres));
} else {
  process.stdout.write(JSON.stringify(postgres.connection));
  const stayAlive = setInterval(silent, 60_000);
  process.once('SIGTERM', () => {
    clearInterval(stayAlive);
    void postgres.stop();
  });
}
