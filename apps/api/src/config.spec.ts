import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthority } from '@postroom/testing';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

it('has a default for everything', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 4000,
    databaseUrl: null,
    secretKeys: null,
    firstAdministrator: null,
    uploadMaxBytes: 104_857_600,
    linkDays: 30,
    isSecondFactorRequired: false,
    s3: null,
    logLevel: 'info',
  });
  expect(config).toHaveProperty('publicUrl.origin', 'http://localhost:4000');
});

it('wants https in the public address where there is a certificate, and has it by default', async () => {
  const { cert, key } = await (await createAuthority()).issue();
  const tls = { TLS_CERTIFICATE: cert, TLS_KEY: key };
  expect(readConfig(tls)).toHaveProperty('publicUrl.origin', 'https://localhost:4000');
  expect(readConfig({ ...tls, PUBLIC_URL: 'http://mail.example.org' })).toEqual({
    problems: ['PUBLIC_URL must begin with https://, as TLS_CERTIFICATE is set.'],
  });
});

it('derives the public address from the port', () => {
  expect(readConfig({ PORT: '8080' })).toHaveProperty('publicUrl.origin', 'http://localhost:8080');
});

it('tells every problem at once, by the name of the variable and without its value', () => {
  const canary = 'canary';
  const result = readConfig({
    PORT: '70000',
    METRICS_PORT: 'yes',
    PUBLIC_URL: `${canary}:`,
    DATABASE_URL: `mysql://${canary}`,
    SECRET_KEYS: canary,
    SETUP_TOKEN: canary,
    ADMIN_EMAIL: 'ada@example.org',
    ADMIN_PASSWORD: canary,
    SMTP_ALLOWED_PORTS: '0',
    SMTP_DENIED_NETWORKS: canary,
    TESTS_PER_MINUTE: '0',
    UPLOAD_MAX_BYTES: '3000000000',
    LINK_DAYS: canary,
    S3_BUCKET: `${canary}/`,
    S3_ENDPOINT: `${canary}:`,
    S3_SECRET_ACCESS_KEY: canary,
    SECOND_FACTOR: canary,
    TLS_CERTIFICATE: canary,
    LOG_LEVEL: canary,
  });
  if (!('problems' in result)) throw new Error('taken');
  const named = result.problems.map((problem) => /^[A-Z0-9_]+/.exec(problem)?.[0]).toSorted();
  expect(named).toEqual([
    'ADMIN_PASSWORD',
    'DATABASE_URL',
    'LINK_DAYS',
    'LOG_LEVEL',
    'METRICS_PORT',
    'PORT',
    'PUBLIC_URL',
    'S3_ACCESS_KEY_ID',
    'S3_BUCKET',
    'S3_ENDPOINT',
    'SECOND_FACTOR',
    'SECRET_KEYS',
    'SETUP_TOKEN',
    'SMTP_ALLOWED_PORTS',
    'SMTP_DENIED_NETWORKS',
    'TESTS_PER_MINUTE',
    'TLS_CERTIFICATE',
    'UPLOAD_MAX_BYTES',
  ]);
  expect(result.problems.join()).not.toContain(canary);
});

it('wants the administrator whole', () => {
  expect(readConfig({ ADMIN_EMAIL: 'ada@example.org' })).toHaveProperty(
    'problems.0',
    expect.stringContaining('go together'),
  );
});

it('reads a value from the file that NAME_FILE points to', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'postroom-config-'));
  const path = join(directory, 'password');
  await writeFile(path, 'correct horse battery\n');
  const config = readConfig({ ADMIN_EMAIL: 'ada@example.org', ADMIN_PASSWORD_FILE: path });
  expect(config).toMatchObject({
    firstAdministrator: { email: 'ada@example.org', name: 'ada', password: 'correct horse battery' },
  });
  expect(
    readConfig({ ADMIN_EMAIL: 'a@example.org', ADMIN_PASSWORD: 'x'.repeat(12), ADMIN_PASSWORD_FILE: path }),
  ).toHaveProperty('problems');
  await rm(directory, { recursive: true });
  expect(readConfig({ ADMIN_EMAIL: 'ada@example.org', ADMIN_PASSWORD_FILE: path })).toHaveProperty(
    'problems',
  );
});

it('takes several keys, newest first', () => {
  const keys = [randomBytes(32), randomBytes(32)];
  expect(readConfig({ SECRET_KEYS: keys.map((key) => key.toString('base64')).join(',') })).toMatchObject({
    secretKeys: keys,
  });
});

it('takes ports and ranges of them', () => {
  expect(readConfig({ SMTP_ALLOWED_PORTS: '25, 465,10000-10100' })).toMatchObject({
    smtpAllowedPorts: [
      { from: 25, to: 25 },
      { from: 465, to: 465 },
      { from: 10_000, to: 10_100 },
    ],
  });
});

describe('the bucket for files', () => {
  const bucket = { S3_BUCKET: 'files' };

  it.each([
    [bucket, { endpoint: null, bucket: 'files', region: 'us-east-1', credentials: null }],
    [
      {
        ...bucket,
        S3_ENDPOINT: 'http://127.0.0.1:9000',
        S3_REGION: 'eu-south-1',
        S3_ACCESS_KEY_ID: 'id',
        S3_SECRET_ACCESS_KEY: 'secret',
      },
      {
        endpoint: 'http://127.0.0.1:9000',
        bucket: 'files',
        region: 'eu-south-1',
        credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
      },
    ],
  ])('is read from %j', (environment, s3) => {
    expect(readConfig(environment)).toMatchObject({ s3 });
  });

  it('is asked for where another variable of it is set', () => {
    expect(readConfig({ S3_REGION: 'eu-south-1' })).toHaveProperty(
      'problems.0',
      expect.stringContaining('S3_BUCKET must name'),
    );
  });
});
