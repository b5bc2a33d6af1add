import { greet, on, type ScriptStep } from '@postroom/testing';
import { describe, expect, it } from 'vitest';
import { converse, credentials, PASSWORD, USERNAME } from '../../testing/smtp-fixtures.ts';

const hello = greet('220 mail.test ESMTP');
const offersAuth = on('EHLO', '250-mail.test', '250 AUTH PLAIN LOGIN CRAM-MD5');
const insecure = { ...credentials, allowInsecureAuth: true };

describe('one AUTH exchange', () => {
  it('goes on to the next mechanism at 504, and ends when there is none', async () => {
    const script = [hello, offersAuth, ...Array.from({ length: 3 }, () => on('AUTH', '504 5.5.4 Unknown'))];
    const { failure, commands } = await converse(script, insecure);
    expect(failure).toMatchObject({ step: 'AUTH', code: 'AUTH_MECHANISM_NOT_SUPPORTED', smtpCode: 504 });
    expect(commands.filter((line) => line.startsWith('AUTH')).map((line) => line.split(' ')[1])).toEqual([
      'CRAM-MD5',
      'PLAIN',
      'LOGIN',
    ]);
  });

  it('never goes on to another one at 535', async () => {
    const { commands } = await converse([hello, offersAuth, on('AUTH', '535 No')], insecure);
    expect(commands.filter((line) => line.startsWith('AUTH'))).toHaveLength(1);
  });

  it('gives LOGIN the name and the password, and nothing to a third question', async () => {
    const login = [
      hello,
      on('EHLO', '250-a', '250 AUTH LOGIN'),
      on('AUTH', '334 VXNlcm5hbWU6'),
      on('RESPONSE', '334 UGFzc3dvcmQ6'),
      on('RESPONSE', '334 bW9yZT8='),
    ];
    const { failure, commands, transcript } = await converse(login, insecure);
    expect(failure).toMatchObject({ step: 'AUTH', code: 'PROTOCOL_VIOLATION' });
    expect(commands.slice(1)).toEqual(
      ['AUTH LOGIN', USERNAME, PASSWORD].map((line, index) =>
        index === 0 ? line : Buffer.from(line).toString('base64'),
      ),
    );
    expect(transcript.filter((line) => line.startsWith('C: '))).toEqual([
      'C: EHLO postroom.example.org',
      'C: AUTH LOGIN ***',
      'C: ***',
      'C: ***',
    ]);
  });

  it('does not answer a CRAM-MD5 challenge that is none', async () => {
    const { failure, commands } = await converse([hello, offersAuth, on('AUTH', '334 ')], insecure);
    expect(failure).toMatchObject({ code: 'PROTOCOL_VIOLATION' });
    expect(commands.at(-1)).toBe('AUTH CRAM-MD5');
  });

  it('keeps a digest out of the report when the server repeats it', async () => {
    let digest = '';
    const echo: ScriptStep = {
      verb: 'RESPONSE',
      act: (connection) => {
        digest = Buffer.from(connection.lastLine, 'base64').toString().split(' ').at(-1) ?? '';
        connection.answer([`535-${connection.lastLine}`, `535 ${digest}`]);
      },
    };
    const outcome = await converse(
      [hello, offersAuth, on('AUTH', '334 PDEuMkBtYWlsLnRlc3Q+'), echo],
      insecure,
    );
    expect(digest).toMatch(/^[0-9a-f]{32}$/);
    expect(outcome.failure?.code).toBe('AUTH_REFUSED');
    expect(JSON.stringify({ ...outcome, commands: [] })).not.toContain(digest);
  });
});
