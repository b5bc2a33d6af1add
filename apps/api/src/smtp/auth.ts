import { createHmac } from 'node:crypto';

/** The mechanisms that work with a password (RFC 4616, draft-murchison-sasl-login, RFC 2195). */
export const AuthMechanism = { PLAIN: 'PLAIN', LOGIN: 'LOGIN', CRAM_MD5: 'CRAM-MD5' } as const;
export type AuthMechanism = (typeof AuthMechanism)[keyof typeof AuthMechanism];

/** RFC 4954 section 4: a longer command must not carry the initial response. Octets, CRLF included. */
const MAX_COMMAND = 512;

export interface Credentials {
  username: string;
  password: string;
}

export interface AuthResponse {
  line: string;
  /** What it gives away beside the password itself. */
  secret: string | null;
}

/**
 * What to say, and what the server may then ask for: one response for each challenge, and no challenge more. A response
 * is null where the challenge makes no sense.
 */
export interface AuthExchange {
  command: string;
  responses: readonly ((challenge: string) => AuthResponse | null)[];
}

/**
 * The mechanisms to try, best first. On a connection that others may read or that may end at the wrong machine (both
 * only with allowInsecureAuth), the one that does not give the password away goes first.
 */
export function usableMechanisms(offered: readonly string[], isVerified: boolean): AuthMechanism[] {
  const { PLAIN, LOGIN, CRAM_MD5 } = AuthMechanism;
  const preferred = isVerified ? [PLAIN, LOGIN, CRAM_MD5] : [CRAM_MD5, PLAIN, LOGIN];
  return preferred.filter((mechanism) => offered.includes(mechanism));
}

/** Throws TypeError where a credential holds NUL, which PLAIN cannot carry: it is refused where it is entered. */
export function authExchange(mechanism: AuthMechanism, { username, password }: Credentials): AuthExchange {
  if (`${username}${password}`.includes('\0'))
    throw new TypeError('a user name or password must not hold NUL');
  switch (mechanism) {
    case AuthMechanism.PLAIN: {
      const response = base64(`\0${username}\0${password}`);
      const command = `AUTH PLAIN ${response}`;
      return command.length + 2 <= MAX_COMMAND
        ? { command, responses: [] }
        : { command: 'AUTH PLAIN', responses: [() => ({ line: response, secret: null })] };
    }
    case AuthMechanism.LOGIN:
      return {
        command: 'AUTH LOGIN',
        responses: [username, password].map((asked) => () => ({ line: base64(asked), secret: null })),
      };
    case AuthMechanism.CRAM_MD5:
      return { command: 'AUTH CRAM-MD5', responses: [(challenge) => cramMd5(username, password, challenge)] };
  }
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

function cramMd5(username: string, password: string, challenge: string): AuthResponse | null {
  const message = Buffer.from(challenge, 'base64');
  if (message.length === 0) return null;
  const digest = createHmac('md5', password).update(message).digest('hex');
  return { line: base64(`${username} ${digest}`), secret: digest };
}
