import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAuthority, mailSink, SinkSecurity, type MailSink } from '@postroom/testing';

export interface MailProvider {
  hostname: string;
  credentials: { username: string; password: string };
  /** What the product must be started with in order to trust it. */
  env: { NODE_EXTRA_CA_CERTS: string };
  sink: MailSink;
}

/**
 * What an organisation rents: a server that takes mail over StartTLS from those who sign in, with a certificate of an
 * authority that nobody knows without being told.
 */
export async function startMailProvider(folder: string): Promise<MailProvider> {
  const hostname = 'localhost';
  const credentials = { username: 'postroom@provider.example', password: 'the password of the mailbox' };
  const authority = await createAuthority();
  const authorityFile = join(folder, 'authority.pem');
  await writeFile(authorityFile, authority.pem);
  const sink = await mailSink({
    security: SinkSecurity.STARTTLS,
    identity: await authority.issue({ names: [hostname] }),
    credentials,
  });
  return { hostname, credentials, env: { NODE_EXTRA_CA_CERTS: authorityFile }, sink };
}
