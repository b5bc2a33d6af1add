import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates as ofNode } from 'node:tls';
import { createAuthority, type Authority } from '@postroom/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rootCertificates } from './root-certificates.ts';

const folder = mkdtempSync(join(tmpdir(), 'roots-'));
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
let one: Authority;
let two: Authority;
beforeAll(async () => {
  [one, two] = await Promise.all([createAuthority('One'), createAuthority('Two')]);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the roots', () => {
  it('are those of Node.js, of SSL_CERT_FILE and of NODE_EXTRA_CA_CERTS together', () => {
    const { pems, problems } = rootCertificates({
      SSL_CERT_FILE: file('system.pem', `# a comment\n${one.pem}\njunk\n`),
      NODE_EXTRA_CA_CERTS: file('extra.pem', `${one.pem}\n${two.pem}`),
    });
    expect(problems).toEqual([]);
    expect(pems).toEqual(expect.arrayContaining([one.pem.trim(), two.pem.trim(), ofNode[0]?.trim()]));
    expect(new Set(pems).size).toBe(pems.length);
    expect(pems).toHaveLength(new Set(ofNode).size + 2);
  });

  it('leave out what is no certificate, and say which file gave none', () => {
    const broken = file('broken.pem', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');
    const { pems, problems } = rootCertificates({
      SSL_CERT_FILE: broken,
      NODE_EXTRA_CA_CERTS: join(folder, 'absent.pem'),
    });
    expect(pems).toHaveLength(new Set(ofNode).size);
    expect(problems).toEqual([
      `SSL_CERT_FILE: there is no certificate to be read in ${broken}.`,
      `NODE_EXTRA_CA_CERTS: there is no certificate to be read in ${join(folder, 'absent.pem')}.`,
    ]);
  });

  it('need nothing from the environment', () => {
    expect(rootCertificates({}).pems.length).toBeGreaterThanOrEqual(ofNode.length);
  });
});
