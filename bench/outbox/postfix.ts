// Debian's Postfix, an instance of its own: its queue, its configuration, nothing of the system's.
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../service/free-port.ts';
import { CONNECTIONS, type Contestant } from './contestant.ts';
import { submitBySmtp } from './smtp-source.ts';

export const postfix: Contestant = {
  name: 'Postfix',
  async start(sinkPort) {
    const home = mkdtempSync(join(tmpdir(), 'postfix-bench-'));
    chmodSync(home, 0o755);
    const port = await freePort();
    for (const folder of ['conf', 'queue', 'data']) mkdirSync(join(home, folder));
    chownSync(join(home, 'data'), idOf('postfix'), -1);
    writeFileSync(join(home, 'conf/main.cf'), settings(home, sinkPort));
    writeFileSync(join(home, 'conf/master.cf'), services(port));
    const control = (word: string) =>
      execFileSync('postfix', ['-c', join(home, 'conf'), word], { stdio: 'ignore' });
    control('start');
    const master = Number(readFileSync(join(home, 'queue/pid/master.pid'), 'utf8'));
    return {
      submit: (count) => submitBySmtp(port, count),
      pids: () => [master],
      async stop() {
        control('stop');
        rmSync(home, { recursive: true, force: true });
      },
    };
  },
};

/** As fast as it goes without giving up safety: no pause where mail comes in faster than it goes out, as many connections as the others. */
function settings(home: string, sinkPort: number): string {
  return `
compatibility_level = 3.6
queue_directory = ${home}/queue
data_directory = ${home}/data
daemon_directory = /usr/lib/postfix/sbin
command_directory = /usr/sbin
mail_owner = postfix
setgid_group = postdrop
myhostname = bench.example.org
mynetworks = 127.0.0.0/8
mydestination =
alias_maps =
local_recipient_maps =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
smtp_dns_support_level = disabled
relayhost = [127.0.0.1]:${sinkPort}
smtp_destination_concurrency_limit = ${CONNECTIONS}
initial_destination_concurrency = ${CONNECTIONS}
in_flow_delay = 0
maillog_file = ${home}/mail.log
maillog_file_prefixes = ${home}
`;
}

/** Debian's, on another port and without chroot. */
function services(port: number): string {
  return readFileSync('/etc/postfix/master.cf', 'utf8')
    .replace(/^smtp +inet .*$/m, `127.0.0.1:${port} inet n - n - - smtpd`)
    .replace(/^(\S+ +(?:unix|unix-dgram) +\S+ +\S+ +)y/gm, '$1n');
}

function idOf(account: string): number {
  return Number(execFileSync('id', ['-u', account], { encoding: 'utf8' }));
}
