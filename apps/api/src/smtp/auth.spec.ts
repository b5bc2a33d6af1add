import { describe, expect, it } from 'vitest';
import { AuthMechanism, authExchange, usableMechanisms } from './auth.ts';

const ada = { username: 'ada', password: 'tanstaaftanstaaf' };
const decoded = (line: string | undefined) => Buffer.from(line ?? '', 'base64').toString();

describe('the mechanisms to try', () => {
  it('are those that work with a password, PLAIN first where nobody else can read', () => {
    const offered = ['GSSAPI', 'CRAM-MD5', 'LOGIN', 'XOAUTH2', 'PLAIN'];
    expect(usableMechanisms(offered, true)).toEqual(['PLAIN', 'LOGIN', 'CRAM-MD5']);
    expect(usableMechanisms(offered, false)).toEqual(['CRAM-MD5', 'PLAIN', 'LOGIN']);
    expect(usableMechanisms(['XOAUTH2'], true)).toEqual([]);
  });
});

describe('an AUTH exchange', () => {
  it('is one line with PLAIN', () => {
    const { command, responses } = authExchange(AuthMechanism.PLAIN, { username: 'ädä', password: 'pä:ss' });
    expect(decoded(command.split(' ')[2])).toBe('\0ädä\0pä:ss');
    expect(responses).toEqual([]);
  });

  it('waits for the challenge where the line would be too long (RFC 4954 section 4)', () => {
    const { command, responses } = authExchange(AuthMechanism.PLAIN, {
      username: 'ada',
      password: 'x'.repeat(400),
    });
    expect(command).toBe('AUTH PLAIN');
    expect(responses).toHaveLength(1);
    expect(decoded(responses[0]?.('')?.line)).toBe(`\0ada\0${'x'.repeat(400)}`);
  });

  it('answers two challenges with LOGIN', () => {
    const { command, responses } = authExchange(AuthMechanism.LOGIN, ada);
    expect(command).toBe('AUTH LOGIN');
    expect(responses.map((respond) => decoded(respond('VXNlcm5hbWU6')?.line))).toEqual([
      'ada',
      'tanstaaftanstaaf',
    ]);
  });

  it('answers the challenge of RFC 2195 section 2 as the RFC does', () => {
    const { responses } = authExchange(AuthMechanism.CRAM_MD5, {
      username: 'tim',
      password: 'tanstaaftanstaaf',
    });
    const challenge = Buffer.from('<1896.697170952@postoffice.reston.mci.net>').toString('base64');
    expect(decoded(responses[0]?.(challenge)?.line)).toBe('tim b913a602c7eda7a495b4e6e7334d3890');
  });

  it('has no answer to a challenge that is none', () => {
    expect(authExchange(AuthMechanism.CRAM_MD5, ada).responses[0]?.('')).toBeNull();
  });

  it('never sends a NUL that would shift the fields of PLAIN', () => {
    expect(() => authExchange(AuthMechanism.PLAIN, { username: 'ada\0eve', password: 'x' })).toThrow(
      TypeError,
    );
  });
});
