import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { CONNECTIONS, FROM, TEXT } from './contestant.ts';

/** Postfix's own way to hand over emails fast: so many connections, each carrying one email after the other. */
export async function submitBySmtp(port: number, count: number): Promise<void> {
  const options = [
    '-s',
    CONNECTIONS,
    '-l',
    TEXT.length,
    '-m',
    count,
    '-f',
    FROM,
    '-t',
    'bob@example.net',
    '-d',
  ];
  const source = spawn('smtp-source', [...options.map(String), `127.0.0.1:${port}`], { stdio: 'inherit' });
  const [code] = (await once(source, 'exit')) as [number | null];
  if (code !== 0) throw new Error('smtp-source failed');
}
