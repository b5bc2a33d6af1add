import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { runTest, TestDepth, TestStepState, type SmtpSettings } from '../../apps/api/src/smtp/index.ts';
import { cutAnywhere, mutatedDialogue } from './dialogues.ts';
import { holds } from './finding.ts';
import { SeededRandom } from './seeded-random.ts';

/** Milliseconds; a server that leaves a reply half said costs one of these. */
const LIMITS = {
  replyMs: 40,
  attemptMs: 1000,
  afterDotMs: 40,
  attemptAfterDotMs: 100,
  quitMs: 40,
  probeAfterMs: 40,
};
/** Past all limits, on a busy machine. */
const HANGS_AFTER_MS = 20_000;

const PASSWORD = 'k4n4ry/Pa55+word?';
const secrets = [PASSWORD, Buffer.from(PASSWORD).toString('base64'), base64(`\0ada\0${PASSWORD}`)];
const mail = {
  from: 'ada@example.org',
  to: 'bob@example.net',
  message: Buffer.from('Subject: x\r\n\r\nHello\r\n'),
};

export interface DialogueCounts {
  dialogues: number;
  connections: number;
  endings: Record<string, number>;
  slowestMs: number;
}

/** So many dialogues over loopback, some side by side, each with a server that it has for itself. */
export async function fuzzDialogues(dialogues: number, seed: number): Promise<DialogueCounts> {
  const counts: DialogueCounts = { dialogues, connections: 0, endings: {}, slowestMs: 0 };
  let left = dialogues;
  async function lane(): Promise<void> {
    const server = await mutatedServer();
    try {
      while (left > 0) {
        left -= 1;
        // Of its own, so that a dialogue is the same whatever runs beside it.
        const ending = await oneDialogue(server, new SeededRandom(seed + left), counts);
        counts.endings[ending] = (counts.endings[ending] ?? 0) + 1;
      }
    } catch (error) {
      left = 0;
      throw error;
    } finally {
      counts.connections += server.connections;
      server.close();
    }
  }
  await Promise.all(Array.from({ length: 24 }, lane));
  return counts;
}

async function oneDialogue(
  server: MutatedServer,
  random: SeededRandom,
  counts: DialogueCounts,
): Promise<string> {
  const dialogue = { replies: mutatedDialogue(random), heard: '', random };
  server.dialogue = dialogue;
  const settings = randomSettings(server.port, random);
  const input = { replies: dialogue.replies, settings };
  const started = performance.now();
  const test = runTest(settings, mail, { depth: TestDepth.SEND, roots: [], limits: LIMITS });
  let alarm: NodeJS.Timeout | undefined;
  const hang = new Promise<null>((resolve) => {
    alarm = setTimeout(resolve, HANGS_AFTER_MS, null);
  });
  const outcome = await Promise.race([test, hang]);
  clearTimeout(alarm);
  counts.slowestMs = Math.max(counts.slowestMs, performance.now() - started);
  holds(outcome !== null, 'it hangs', input);

  const { succeeded, failure, acceptedReply, steps } = outcome;
  const count = (state: TestStepState) => steps.filter((step) => step.state === state).length;
  holds(succeeded === (failure === null), 'neither success nor failure', input);
  holds(!succeeded || /^250( |$)/.test(acceptedReply ?? ''), 'a success without a verdict', input);
  holds(!succeeded || dialogue.heard.includes('\r\nHello\r\n.\r\n'), 'a success without a message', input);
  holds(count(TestStepState.RUNNING) === 0, 'a step that runs on', input);
  holds(count(TestStepState.FAILED) === (succeeded ? 0 : 1), 'not one step that failed', input);

  // The server never speaks TLS: all that it hears is in clear.
  const isSecret = secrets.some((secret) => dialogue.heard.includes(secret));
  holds(!isSecret || settings.allowInsecureAuth, 'a password in clear', input);
  holds(
    settings.startTls !== 'ENABLED_AND_REQUIRED' || !/^(AUTH|MAIL)/m.test(dialogue.heard),
    'in clear, where encryption is required',
    input,
  );
  const told = JSON.stringify(outcome);
  holds(!secrets.some((secret) => told.includes(secret)), 'a password in the report', input);
  holds(!/\\u0000|\\u001b|\u202e/.test(told), 'a control character in the report', input);
  return failure?.code ?? 'accepted';
}

function randomSettings(port: number, random: SeededRandom): SmtpSettings {
  const hasCredentials = random.chance(0.6);
  return {
    hostname: '127.0.0.1',
    port,
    protocol: random.chance(0.05) ? 'SMTPS' : 'SMTP',
    startTls: random.pick(['DISABLED', 'DISABLED', 'ENABLED', 'ENABLED_AND_REQUIRED']),
    allowInsecureAuth: random.chance(0.7),
    timeoutSeconds: 1,
    ehloName: 'postroom.example.org',
    username: hasCredentials ? 'ada' : null,
    password: hasCredentials ? PASSWORD : null,
  };
}

interface Dialogue {
  /** What the server says: one for the greeting, one for each chunk that it hears; then it hangs up. */
  replies: readonly string[];
  /** On all connections of this dialogue. */
  heard: string;
  random: SeededRandom;
}

interface MutatedServer {
  port: number;
  connections: number;
  /** Of connections that are yet to come: the bytes of an earlier one may arrive late. */
  dialogue: Dialogue;
  close(): void;
}

async function mutatedServer(): Promise<MutatedServer> {
  const listening = createServer((socket) => {
    server.connections += 1;
    const { dialogue } = server;
    const waiting = [...dialogue.replies];
    const answer = () => {
      const reply = waiting.shift();
      if (reply === undefined) socket.destroySoon();
      else void say(socket, cutAnywhere(Buffer.from(reply, 'latin1'), dialogue.random));
    };
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      dialogue.heard += bytes.toString('latin1');
      answer();
    });
    answer();
  });
  listening.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  // Of a TCP server it is an object.
  const { port } = listening.address() as AddressInfo;
  const server: MutatedServer = {
    port,
    connections: 0,
    dialogue: { replies: [], heard: '', random: new SeededRandom(0) },
    close: () => listening.close(),
  };
  return server;
}

/** In as many segments as there are parts, as far as the kernel lets them be. */
async function say(socket: Socket, parts: readonly Buffer[]): Promise<void> {
  socket.setNoDelay(true);
  for (const part of parts) {
    if (socket.destroyed) return;
    socket.write(part);
    await new Promise(setImmediate);
  }
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
