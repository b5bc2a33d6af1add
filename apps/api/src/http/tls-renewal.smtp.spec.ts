import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { createAuthority } from '@postroom/testing';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryDirectory } from '../../testing/temporary-directory.ts';
import { readTlsAgain } from '../config.ts';
import { createLog } from '../log.ts';
import { secureOptions } from '../tls-config.ts';
import { TlsRenewal } from './tls-renewal.ts';

const authority = await createAuthority();

/** What the server shows to whoever connects now. */
async function shownBy(server: Server): Promise<string | undefined> {
  const { port } = server.address() as AddressInfo;
  const socket = connect({ host: '127.0.0.1', port, ca: authority.pem });
  await once(socket, 'secureConnect');
  const fingerprint = socket.getPeerX509Certificate()?.fingerprint256;
  socket.destroy();
  return fingerprint;
}

it('a certificate that is renewed counts for the next connection once both files are new', async () => {
  const folder = temporaryDirectory();
  const environment = {
    TLS_CERTIFICATE_FILE: join(folder, 'fullchain.pem'),
    TLS_KEY_FILE: join(folder, 'key.pem'),
  };
  const [first, second] = [await authority.issue(), await authority.issue()];
  await writeFile(environment.TLS_CERTIFICATE_FILE, first.cert);
  await writeFile(environment.TLS_KEY_FILE, first.key);
  const present = readTlsAgain(environment);
  if (present === null || 'problems' in present) throw new Error('not read');
  const server = createServer(secureOptions(present)).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const logged: string[] = [];
  const log = createLog('info', { write: (line: string) => logged.push(line) });
  const events = () => logged.map((line) => (JSON.parse(line) as { event: string }).event);
  const renewal = new TlsRenewal({ server, present, read: () => readTlsAgain(environment), log });
  onTestFinished(() => {
    renewal.stop();
  });

  await writeFile(environment.TLS_CERTIFICATE_FILE, second.cert);
  renewal.look();
  renewal.look();
  expect(events()).toEqual(['tls.refused']);
  expect(await shownBy(server)).toBe(new X509Certificate(first.cert).fingerprint256);

  await writeFile(environment.TLS_KEY_FILE, second.key);
  renewal.look();
  renewal.look();
  expect(events()).toEqual(['tls.refused', 'tls.renewed']);
  expect(await shownBy(server)).toBe(new X509Certificate(second.cert).fingerprint256);
});
