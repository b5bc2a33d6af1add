// Runs in a process of its own, so that what it costs is not taken for the engine's: the server named on the command
// line, until the parent is gone.
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { createAuthority, greet, on, scriptedSmtpServer, startTls, type ScriptStep } from '@postroom/testing';
import { hostileScripts } from './hostile-scripts.ts';

export interface ServerReady {
  port: number;
  /** Of the authority that vouches for it. */
  authorityPem: string;
}

const authority = await createAuthority();
const identity = await authority.issue({ names: ['localhost'] });

// Scripted, because smtp-server waits 100 ms before it greets, and that would hide what is measured.
const hello = greet('220 honest.test ESMTP');
const withStartTls: readonly ScriptStep[] = [
  hello,
  on('EHLO', '250-honest.test', '250 STARTTLS'),
  on('STARTTLS', '220 2.0.0 Ready'),
  startTls(identity),
  on('EHLO', '250-honest.test', '250 AUTH PLAIN'),
  on('AUTH', '235 2.7.0 Welcome'),
  on('MAIL', '250 2.1.0 Ok'),
  on('RCPT', '250 2.1.5 Ok'),
  on('DATA', '354 Go'),
  on('.', '250 2.0.0 Ok'),
  on('QUIT', '221 2.0.0 Bye'),
];

/** As after 5 ms of a network. What the server does unasked comes at once. */
function late(step: ScriptStep): ScriptStep {
  if (step.verb === null) return step;
  return {
    verb: step.verb,
    act: async (connection) => {
      await pause(5);
      await step.act(connection);
    },
  };
}

const scripts: Readonly<Record<string, readonly ScriptStep[]>> = {
  ...hostileScripts,
  'in clear': [hello],
  'with StartTLS and AUTH': withStartTls,
  'with StartTLS and AUTH, 5 ms away': withStartTls.map(late),
};

const script = scripts[process.argv[2] ?? ''];
if (script === undefined) throw new Error(`there is no server ${process.argv[2] ?? ''}`);
const { port } = await scriptedSmtpServer(script);
process.send?.({ port, authorityPem: authority.pem } satisfies ServerReady);
await once(process, 'disconnect');
process.exit();
