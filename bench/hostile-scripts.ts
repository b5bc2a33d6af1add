import { fallSilent, greet, on, readOnly, say, sayForEver, type ScriptStep } from '@postroom/testing';

const hello = greet('220 hostile.test ESMTP');

/** Each keeps a client busy, or fills it up, for as long as the client lets it. */
export const hostileScripts: Readonly<Record<string, readonly ScriptStep[]>> = {
  'drips a greeting, byte by byte': [say('220 '), sayForEver('x', 20)],
  'sends a line of 1 MB': [say('220 '), say(Buffer.alloc(1_000_000, 'x')), fallSilent()],
  'floods blank lines': [sayForEver('\r\n'.repeat(8192))],
  'floods lines of one reply': [hello, on('EHLO', '250-hostile.test'), sayForEver('250-X\r\n'.repeat(2048))],
  'floods whole replies': [hello, on('EHLO', '250 hostile.test'), sayForEver('250 X\r\n'.repeat(2048))],
  'answers AUTH with 334 without end': [
    hello,
    on('EHLO', '250-hostile.test', '250 AUTH PLAIN LOGIN'),
    on('AUTH', '334 VXNlcm5hbWU6'),
    ...Array.from({ length: 1000 }, () => on('RESPONSE', '334 UGFzc3dvcmQ6')),
  ],
  'is silent after EHLO': [hello, on('EHLO'), fallSilent()],
  'stops reading in the message (zero window)': [hello, on('DATA', '354 Go'), readOnly(65_536), fallSilent()],
};
