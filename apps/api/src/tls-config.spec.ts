import { createPrivateKey } from 'node:crypto';
import { createAuthority } from '@postroom/testing';
import { describe, expect, it } from 'vitest';
import { readTls } from './tls-config.ts';

const authority = await createAuthority();
const [{ cert, key }, other] = [await authority.issue(), await authority.issue()];
const locked = createPrivateKey(key)
  .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' })
  .toString();

function read(variables: Record<string, string>) {
  const problems: string[] = [];
  const tls = readTls((name) => variables[name] ?? null, problems);
  return { tls, problems };
}

describe('the certificate of the service', () => {
  it('is none where none is set', () => {
    expect(read({})).toEqual({ tls: null, problems: [] });
  });

  it('is taken with its key, and with what stands between it and its authority', () => {
    const chain = `${cert}\n${authority.pem}`;
    expect(read({ TLS_CERTIFICATE: chain, TLS_KEY: key })).toEqual({
      tls: { certificate: chain, key },
      problems: [],
    });
  });

  it.each([
    ['without its key', { TLS_CERTIFICATE: cert }, 'TLS_CERTIFICATE and TLS_KEY go together'],
    ['as a key alone', { TLS_KEY: key }, 'TLS_CERTIFICATE and TLS_KEY go together'],
    ['that is none', { TLS_CERTIFICATE: 'canary', TLS_KEY: key }, 'TLS_CERTIFICATE must be a certificate'],
    [
      'with a key that is none',
      { TLS_CERTIFICATE: cert, TLS_KEY: 'canary' },
      'TLS_KEY must be a private key',
    ],
    ['with a locked key', { TLS_CERTIFICATE: cert, TLS_KEY: locked }, 'without a passphrase'],
    ['with the key of another', { TLS_CERTIFICATE: cert, TLS_KEY: other.key }, 'TLS_KEY belongs to another'],
    [
      'behind that of its authority',
      { TLS_CERTIFICATE: `${authority.pem}\n${cert}`, TLS_KEY: key },
      'the first one in it counts',
    ],
  ])('is refused %s, in words without a value', (_, variables, words) => {
    const { tls, problems } = read(variables);
    expect(tls).toBeNull();
    expect(problems).toEqual([expect.stringContaining(words)]);
    expect(problems[0]).not.toContain('canary');
  });
});
