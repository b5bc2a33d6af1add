import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { expect, inject, it, onTestFinished } from 'vitest';
import { createDataSource } from './data-source.ts';
import { connectExternalPostgres } from './external-postgres.ts';
import { silentLog } from '../../testing/postgres.ts';

it('uses the database of DATABASE_URL, by a socket as well', async () => {
  const { host, user, database } = inject('postgres');
  const url = `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host)}`;
  const found = await connectExternalPostgres(url);
  if ('code' in found) throw new Error(found.message);

  const dataSource = await createDataSource(found.connection, { log: silentLog }).initialize();
  expect(await dataSource.query('SELECT current_database() AS name')).toEqual([{ name: database }]);
  await dataSource.destroy();
});

it('says what to check when nothing answers there, without the password', async () => {
  const problem = await connectExternalPostgres('postgresql://clerk:canary@127.0.0.1:1/mail');
  expect(problem).toEqual({
    code: 'UNREACHABLE',
    message:
      'The database "mail" of DATABASE_URL at 127.0.0.1:1 cannot be used (connect ECONNREFUSED 127.0.0.1:1). ' +
      'Check the URL, that PostgreSQL runs there, and that it lets this host and user in.',
  });
});

it('refuses a PostgreSQL that is too old', async () => {
  const port = await oldPostgres('140012');
  expect(await connectExternalPostgres(`postgresql://clerk@127.0.0.1:${port}/mail`)).toEqual({
    code: 'WRONG_VERSION',
    message: 'DATABASE_URL leads to PostgreSQL 14; Postroom needs 15 or later.',
  });
});

/** Lets everybody in and answers the one query (PostgreSQL, "Message Formats", protocol 3.0). */
async function oldPostgres(version: string): Promise<number> {
  const ready = message('Z', 'I');
  const row = [
    message(
      'T',
      '\0\x01',
      'server_version_num\0',
      '\0\0\0\0',
      '\0\0',
      '\0\0\0\x19',
      '\xff\xff',
      '\xff\xff\xff\xff',
      '\0\0',
    ),
    message('D', '\0\x01', '\0\0\0', String.fromCharCode(version.length), version),
    message('C', 'SHOW\0'),
  ];
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', '\0\0\0\0'), ready]));
      socket.once('data', () => socket.end(Buffer.concat([...row, ready])));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

function message(type: string, ...parts: string[]): Buffer {
  const body = Buffer.from(parts.join(''), 'latin1');
  const head = Buffer.alloc(5);
  head.write(type, 'latin1');
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
