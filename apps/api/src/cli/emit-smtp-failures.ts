import 'reflect-metadata';
// Writes docs/smtp-failures.md, and the list that translators work through, from the tables that the engine itself reads.
import { readFileSync, writeFileSync } from 'node:fs';
import { outboxFailures } from '../features/deliveries/outbox-failure.ts';
import { failure, type FailureFacts } from '../smtp/failures.ts';
import {
  EmailOutcome,
  Protocol,
  providerHints,
  SmtpFailureCode,
  SmtpStep,
  StartTls,
  type AttemptFailure,
  type SuggestedFix,
} from '../smtp/index.ts';

const settings = {
  hostname: 'HOST',
  port: 587,
  protocol: Protocol.SMTP,
  startTls: StartTls.ENABLED,
  timeoutSeconds: 30,
};

const usual: FailureFacts = {
  step: SmtpStep.EHLO,
  settings,
  encrypted: false,
  startTlsOffered: false,
  dotWritten: false,
  trustableSha256: null,
};

/** What some sentences, fixes and outcomes depend on. */
const situations: Readonly<Record<string, Partial<FailureFacts>>> = {
  'On port 25': { settings: { ...settings, port: 25 } },
  'At the greeting': { step: SmtpStep.GREETING },
  'Where the server offers StartTLS': { startTlsOffered: true },
  'On an encrypted connection': { encrypted: true },
  'Where trusting exactly this certificate mends it': { encrypted: true, trustableSha256: 'presented' },
  'After a 5yz reply': { reply: { code: 554, enhancedCode: null, lines: [] } },
  'Where the server finds no cipher or parameters that it can use': { parametersRefused: true },
  'From MAIL on': { step: SmtpStep.MAIL },
  'After the final dot': { step: SmtpStep.DATA, dotWritten: true },
};

const outcomes: Readonly<Record<Exclude<EmailOutcome, 'ACCEPTED'>, string>> = {
  DEFERRED: 'it is tried again later.',
  HELD: 'it waits until the settings of the server are mended; no try is used up.',
  FAILED: 'it is not sent.',
  UNCERTAIN: 'it may have been sent, and only a person may decide to send it again.',
};

/** What it is usually, and what it is instead in which situation. */
function told(code: SmtpFailureCode, aspect: (failure: AttemptFailure) => string): string {
  const sentences = new Map([[aspect(failure(code, usual)), '']]);
  for (const [when, facts] of Object.entries(situations)) {
    const sentence = aspect(failure(code, { ...usual, ...facts }));
    if (!sentences.has(sentence)) sentences.set(sentence, `${when}: `);
  }
  return [...sentences].map(([sentence, when]) => when + sentence).join(' ');
}

function fixInWords(fix: SuggestedFix | null): string {
  if (fix === null) return 'none.';
  const { protocol, port, startTls, trustSha256 } = fix;
  const changes = [
    protocol !== undefined && `protocol ${protocol}`,
    port !== undefined && `port ${port}`,
    startTls !== undefined && `StartTLS ${startTls}`,
    trustSha256 !== undefined && 'trust the certificate that the server presented',
  ];
  return `${changes.filter((change) => change !== false).join(', ')}.`;
}

function failureSection(code: SmtpFailureCode, step: string): string {
  return [
    `### ${code}`,
    '',
    // The port of a situation is not what this is about.
    told(code, ({ message }) => message.replace(/HOST:\d+/, 'HOST:PORT')),
    '',
    `- Step: ${step}`,
    `- What to do: ${told(code, ({ hint }) => hint ?? 'nothing.')}`,
    `- Proposed change: ${told(code, ({ fix }) => fixInWords(fix))}`,
    `- A queued email: ${told(code, ({ email }) => (email === null ? 'never meets it.' : `${email}.`))}`,
  ].join('\n');
}

function replySection({ code, enhancedCode, words, why, whatToDo }: (typeof providerHints)[number]): string {
  const said = words === undefined ? '' : `, with words like \`${words.source}\``;
  return [
    `### ${[code, enhancedCode].filter((each) => each !== undefined).join(' ')}${said}`,
    '',
    why,
    '',
    `- What to do: ${whatToDo}`,
  ].join('\n');
}

/** `steps`: where each code is met. The table of failures does not hold it, as many are met anywhere. */
function documentOf(steps: Readonly<Record<SmtpFailureCode, { step: string }>>): string {
  const failures = Object.values(SmtpFailureCode).map((code) => failureSection(code, steps[code].step));
  return [
    '# What can go wrong with an SMTP server',
    'Written by `pnpm generate` from `apps/api/src/smtp/failures.ts` and `hints.ts`: change those.',
    'A test that fails, and an email that is not sent at once, carry one of these codes: what happened, at which step, what' +
      ' to do, which change of settings is proposed, and what becomes of an email in the outbox. What is said otherwise in' +
      ` a certain situation follows. The examples have a timeout of ${settings.timeoutSeconds} s.`,
    '## What becomes of an email',
    Object.entries(outcomes)
      .map(([outcome, meaning]) => `- ${outcome}: ${meaning}`)
      .join('\n'),
    '## Codes',
    ...failures,
    '## Replies that many providers give',
    'Where a failure came with one of these replies, its hint is the one below in place of the one above. The first row' +
      ' that fits counts: the reply code, the enhanced status code where one is given, and the words where some are given.',
    ...providerHints.map(replySection),
  ]
    .join('\n\n')
    .concat('\n');
}

/** What a client may show in its own language: by the code, and hints, which have none, by what they say. */
function translatables() {
  const codes = Object.values(SmtpFailureCode);
  const own = codes.flatMap((code) =>
    [usual, ...Object.values(situations)].map((facts) => failure(code, { ...usual, ...facts }).hint),
  );
  const ofOutbox = Object.values(outboxFailures);
  const ofReplies = providerHints.map(({ why, whatToDo }) => `${why} ${whatToDo}`);
  const hints = [...own, ...ofReplies, ...ofOutbox.map(({ hint }) => hint)];
  return {
    codes: [...new Set([...codes, ...ofOutbox.map(({ code }) => code)])],
    hints: [...new Set(hints)].filter((hint) => hint !== null),
  };
}

const [definitions, document, list] = process.argv.slice(2);
if (definitions === undefined || document === undefined || list === undefined)
  throw new Error('name the file that defines the codes, the document and the list to write');
const { codes } = JSON.parse(readFileSync(definitions, 'utf8')) as {
  codes: Record<SmtpFailureCode, { step: string }>;
};
writeFileSync(document, documentOf(codes));
writeFileSync(list, `${JSON.stringify(translatables(), null, 2)}\n`);
