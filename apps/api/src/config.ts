import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { userProblems } from './features/access/index.ts';
import { parseSecretKeys } from './secrets/secret-key-file.ts';
import { parseNetworks, parsePorts, type PortRange } from './smtp/index.ts';
import type { S3Settings } from './storage/index.ts';
import { readS3 } from './s3-config.ts';
import { readTls, type TlsIdentity } from './tls-config.ts';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What the environment sets, parsed once. Every field is what the README's table says. */
export interface Config {
  host: string;
  port: number;
  publicUrl: URL;
  /** null = http, for a proxy in front or this machine alone. */
  tls: TlsIdentity | null;
  /** Whose X-Forwarded headers are believed: addresses and networks. */
  trustedProxies: readonly string[];
  /** Nobody does anything in a session before there is one. */
  isSecondFactorRequired: boolean;
  /** The API explorer, and introspection with it. */
  isExplorerOn: boolean;
  dataDir: string;
  databaseUrl: string | null;
  /** null = the key file in `dataDir`. */
  secretKeys: Buffer[] | null;
  setupToken: string | null;
  firstAdministrator: { email: string; name: string; password: string } | null;
  smtpDeniedNetworks: readonly string[];
  /** null = every port. */
  smtpAllowedPorts: readonly PortRange[] | null;
  /** Test emails a minute for one caller. */
  testsPerMinute: number;
  /** Emails whose outcome is unknown are tried again. */
  retryUncertain: boolean;
  /** How long emails are kept once nothing more happens to them. */
  retentionDays: number;
  uploadMaxBytes: number;
  /** So long a link to an attachment works. */
  linkDays: number;
  /** null = files are kept under `dataDir`. */
  s3: S3Settings | null;
  /** null = there are no metrics. */
  metricsPort: number | null;
  logLevel: (typeof LOG_LEVELS)[number];
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The configuration, or every problem of it at once: one sentence each, naming the variable and never its value. */
export function readConfig(environment: Environment): Config | { problems: string[] } {
  const problems: string[] = [];
  const read = (name: string): string | null => readVariable(environment, name, problems);
  const config: Config = {
    host: read('HOST') ?? '127.0.0.1',
    port: readPort('PORT', read, problems) ?? 4000,
    publicUrl: new URL('http://localhost'),
    tls: readTls(read, problems),
    trustedProxies: readProxies(read('TRUSTED_PROXIES'), problems),
    isSecondFactorRequired: readSecondFactor(read('SECOND_FACTOR'), problems),
    isExplorerOn: readSwitch('GRAPHIQL', read('GRAPHIQL') ?? 'true', problems),
    dataDir: resolve(read('DATA_DIR') ?? 'data'),
    databaseUrl: readDatabaseUrl(read('DATABASE_URL'), problems),
    secretKeys: readSecretKeys(read('SECRET_KEYS'), problems),
    setupToken: readSetupToken(read('SETUP_TOKEN'), problems),
    firstAdministrator: readAdministrator(read('ADMIN_EMAIL'), read('ADMIN_PASSWORD'), problems),
    smtpDeniedNetworks: readNetworks(read('SMTP_DENIED_NETWORKS'), problems),
    smtpAllowedPorts: readPortRanges(read('SMTP_ALLOWED_PORTS'), problems),
    testsPerMinute: readNumber('TESTS_PER_MINUTE', read, problems, { from: 1, to: 999_999, else: 10 }),
    retryUncertain: readSwitch('RETRY_UNCERTAIN', read('RETRY_UNCERTAIN'), problems),
    retentionDays: readNumber('RETENTION_DAYS', read, problems, { from: 1, to: 36_500, else: 30 }),
    uploadMaxBytes: readNumber('UPLOAD_MAX_BYTES', read, problems, {
      from: 1,
      to: 2_147_483_647,
      else: 104_857_600,
    }),
    linkDays: readNumber('LINK_DAYS', read, problems, { from: 1, to: 3650, else: 30 }),
    s3: readS3(read, problems),
    metricsPort: readPort('METRICS_PORT', read, problems),
    logLevel: readLogLevel(read('LOG_LEVEL'), problems),
  };
  const scheme = config.tls === null ? 'http' : 'https';
  config.publicUrl = readPublicUrl(
    read('PUBLIC_URL') ?? `${scheme}://localhost:${String(config.port)}`,
    problems,
  );
  if (config.tls !== null && config.publicUrl.protocol !== 'https:')
    problems.push('PUBLIC_URL must begin with https://, as TLS_CERTIFICATE is set.');
  return problems.length > 0 ? { problems } : Object.freeze(config);
}

/** What is in the environment, and in the files that it names, by now. */
export function readTlsAgain(environment: Environment): TlsIdentity | null | { problems: string[] } {
  const problems: string[] = [];
  const tls = readTls((name) => readVariable(environment, name, problems), problems);
  return problems.length > 0 ? { problems } : tls;
}

/** `NAME`, or the text of the file that `NAME_FILE` points to. Empty = not set. */
function readVariable(environment: Environment, name: string, problems: string[]): string | null {
  const value = environment[name];
  const file = environment[`${name}_FILE`];
  if (value && file) problems.push(`Set ${name} or ${name}_FILE, not both.`);
  if (value) return value;
  if (!file) return null;
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch {
    problems.push(`The file that ${name}_FILE names cannot be read.`);
    return null;
  }
}

function readPort(name: string, read: (name: string) => string | null, problems: string[]): number | null {
  const text = read(name);
  if (text === null) return null;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port;
  problems.push(`${name} must be a number from 1 to 65535.`);
  return null;
}

function readPublicUrl(text: string, problems: string[]): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.username)
    return url;
  problems.push(
    'PUBLIC_URL must be the address that browsers use, such as https://mail.example.org, without a path.',
  );
  return new URL('http://localhost');
}

function readDatabaseUrl(text: string | null, problems: string[]): string | null {
  if (text === null || /^postgres(ql)?:\/\//.test(text)) return text;
  problems.push('DATABASE_URL must begin with postgresql://.');
  return null;
}

function readSecretKeys(text: string | null, problems: string[]): Buffer[] | null {
  if (text === null) return null;
  const keys = parseSecretKeys(text);
  if (keys !== null) return keys;
  problems.push(
    'SECRET_KEYS must be keys of 32 bytes in base64, newest first, separated by commas (openssl rand -base64 32).',
  );
  return null;
}

function readSetupToken(text: string | null, problems: string[]): string | null {
  if (text === null || text.length >= 16) return text;
  problems.push(
    'SETUP_TOKEN must have at least 16 characters: whoever knows it becomes the first administrator.',
  );
  return null;
}

function readAdministrator(
  email: string | null,
  password: string | null,
  problems: string[],
): Config['firstAdministrator'] {
  if (email === null && password === null) return null;
  if (email === null || password === null) {
    problems.push('ADMIN_EMAIL and ADMIN_PASSWORD go together: set both, or neither.');
    return null;
  }
  const person = { email, name: email.split('@')[0] ?? email, password };
  for (const problem of userProblems(person)) {
    problems.push(`${problem.path === 'password' ? 'ADMIN_PASSWORD' : 'ADMIN_EMAIL'}: ${problem.message}`);
  }
  return person;
}

function readNetworks(text: string | null, problems: string[]): readonly string[] {
  const networks = parseNetworks(text ?? '');
  if (networks !== null) return networks;
  problems.push(
    'SMTP_DENIED_NETWORKS must be networks and addresses, such as 10.0.0.0/8,192.168.1.7,fd00::/8.',
  );
  return [];
}

function readProxies(text: string | null, problems: string[]): readonly string[] {
  const networks = parseNetworks(text ?? '');
  if (networks !== null) return networks;
  problems.push('TRUSTED_PROXIES must be addresses and networks of proxies, such as 127.0.0.1,10.0.0.0/8.');
  return [];
}

function readPortRanges(text: string | null, problems: string[]): Config['smtpAllowedPorts'] {
  if (text === null) return null;
  const ranges = parsePorts(text);
  if (ranges !== null && ranges.length > 0) return ranges;
  problems.push('SMTP_ALLOWED_PORTS must be ports and ranges, such as 25,465,587,10000-10100.');
  return null;
}

function readSwitch(name: string, text: string | null, problems: string[]): boolean {
  if (text !== null && text !== 'true' && text !== 'false') problems.push(`${name} must be true or false.`);
  return text === 'true';
}

function readSecondFactor(text: string | null, problems: string[]): boolean {
  if (text !== null && text !== 'optional' && text !== 'required')
    problems.push('SECOND_FACTOR must be optional or required.');
  return text === 'required';
}

function readNumber(
  name: string,
  read: (name: string) => string | null,
  problems: string[],
  allowed: { from: number; to: number; else: number },
): number {
  const text = read(name);
  if (text === null) return allowed.else;
  if (/^\d{1,10}$/.test(text) && Number(text) >= allowed.from && Number(text) <= allowed.to)
    return Number(text);
  problems.push(`${name} must be a number from ${String(allowed.from)} to ${String(allowed.to)}.`);
  return allowed.else;
}

function readLogLevel(text: string | null, problems: string[]): Config['logLevel'] {
  const level = LOG_LEVELS.find((known) => known === (text ?? 'info'));
  if (level !== undefined) return level;
  problems.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`);
  return 'info';
}
