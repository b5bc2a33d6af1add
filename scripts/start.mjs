// `pnpm start`: pnpm has installed what was missing, the import builds what is out of date, then the service runs.
import './build.mjs';
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { resolve } from 'node:path';

const main = resolve(import.meta.dirname, '../apps/api/dist/main.js');

// In a session of its own: Ctrl-C reaches every process of a terminal at once, and the service would be told twice to stop.
const service = spawn(process.execPath, [main, ...process.argv.slice(2)], {
  stdio: ['ignore', 'inherit', 'inherit'],
  detached: true,
  env: { NODE_ENV: 'production', ...process.env },
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => service.kill('SIGTERM'));

service.on('exit', (code, signal) => {
  process.exitCode = code ?? 128 + constants.signals[signal];
});
