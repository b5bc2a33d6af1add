// Haraka: takes emails over SMTP into its outbound queue, which is files, and delivers from there.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../service/free-port.ts';
import { CONNECTIONS, type Contestant } from './contestant.ts';
import { submitBySmtp } from './smtp-source.ts';

const folder = dirname(createRequire(import.meta.url).resolve('Haraka/package.json'));

export const haraka: Contestant = {
  name: 'Haraka',
  async start(sinkPort) {
    const home = mkdtempSync(join(tmpdir(), 'haraka-bench-'));
    const port = await freePort();
    for (const name of ['config', 'plugins', 'queue']) mkdirSync(join(home, name));
    // It does not start without the greeting in there.
    cpSync(join(folder, 'config/connection.ini'), join(home, 'config/connection.ini'));
    const files = {
      'config/smtp.ini': `listen=127.0.0.1:${port}\nnodes=0\n`,
      'config/me': 'bench.example.org\n',
      'config/plugins': 'to_the_sink\n',
      'config/log.ini': '[main]\nlevel=ERROR\n',
      'config/outbound.ini': `concurrency_max=${CONNECTIONS}\nenable_tls=false\nreceived_header=disabled\n`,
      'plugins/to_the_sink.js': `
        exports.register = function () {
          this.register_hook('mail', 'relaying');
          this.register_hook('rcpt', 'accept');
          this.register_hook('get_mx', 'sink');
        };
        exports.relaying = (next, connection) => { connection.relaying = true; next(OK); };
        exports.accept = (next) => next(OK);
        exports.sink = (next) => next(OK, { priority: 0, exchange: '127.0.0.1', port: ${sinkPort} });
      `,
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(home, name), text);
    const child = spawn(process.execPath, [join(folder, 'bin/haraka'), '-c', home], { stdio: 'ignore' });
    while (!(await listens(port))) await pause(50);
    return {
      submit: (count) => submitBySmtp(port, count),
      pids: () => [child.pid ?? 0],
      async stop() {
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
        rmSync(home, { recursive: true, force: true });
      },
    };
  },
};

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
