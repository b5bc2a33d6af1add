import { parseFaxTemplate } from '../../mail/fax-address.ts';
import { parseMailbox } from '../../mail/mailbox.ts';
import { normaliseHostname } from '../../smtp/index.ts';
import type { InputProblem, InputProblemCode } from '../../refusals/refusal.ts';
import { hasControlCharacter, textProblems, withoutOuterSpace } from '../../refusals/text-problem.ts';
import { ServerKind, type SmtpServerSettings } from './smtp-server.ts';

/** The longest text of each field, in UTF-16 units; the database has the same bounds. */
export const LONGEST = {
  name: 100,
  hostname: 253, // RFC 1035 section 2.3.4
  username: 320,
  password: 1000,
  ehloName: 255,
  defaultFrom: 998, // RFC 5322 section 2.1.1
  faxAddressTemplate: 320,
} as const;

const RANGES = {
  port: [1, 65_535, 'Enter a port from 1 to 65535; 587, 465 and 25 are the usual ones.'],
  timeoutSeconds: [1, 600, 'Enter a timeout from 1 to 600 seconds.'],
  maxConnections: [1, 100, 'Enter from 1 to 100 connections.'],
  messagesPerMinute: [
    1,
    1_000_000,
    'Enter from 1 to 1000000 emails a minute, or leave it empty for no limit.',
  ],
  maxAttachmentBytes: [1, 2_147_483_647, 'Enter from 1 to 2147483647 bytes, or leave it empty for no limit.'],
} as const;

/**
 * Settings as they are stored: surrounding white space gone, an empty text that may be none is none, the host name in its one spelling
 * (lower case, A-labels, no trailing dot). A host name that is none is left as it is, for `settingsProblems` to name.
 */
export function normaliseSettings(settings: SmtpServerSettings): SmtpServerSettings {
  return {
    ...settings,
    name: withoutOuterSpace(settings.name),
    hostname: hasControlCharacter(settings.hostname)
      ? settings.hostname
      : (normaliseHostname(settings.hostname) ?? withoutOuterSpace(settings.hostname)),
    username: textOrNone(settings.username),
    ehloName: textOrNone(settings.ehloName),
    defaultFrom: textOrNone(settings.defaultFrom),
    faxAddressTemplate: textOrNone(settings.faxAddressTemplate),
  };
}

/** Everything that is wrong with `settings` (normalised), field by field; an empty list = they can be stored. */
export function settingsProblems(settings: SmtpServerSettings, kind: ServerKind): InputProblem[] {
  return [
    ...lineProblems('name', settings.name, 'Enter a name.'),
    ...hostnameProblems(settings.hostname),
    ...rangeProblems(settings),
    ...lineProblems('username', settings.username),
    ...ehloNameProblems(settings.ehloName),
    ...defaultFromProblems(settings.defaultFrom, settings.mimeAddressStrict),
    ...faxProblems(settings, kind),
  ];
}

/** `username` is the one that the password would be sent with. */
export function passwordProblems(password: string | null, username: string | null): InputProblem[] {
  if (password === null) return [];
  const problems = lineProblems('password', password, 'Enter a password, or leave it out.');
  if (username === null) {
    problems.push(
      problem(
        'username',
        'REQUIRED',
        'Enter the user name that the password belongs to, or leave the password out.',
      ),
    );
  }
  return problems;
}

function lineProblems(path: keyof typeof LONGEST, text: string | null, whenEmpty?: string): InputProblem[] {
  return text === null ? [] : textProblems(path, text, { longest: LONGEST[path], whenEmpty });
}

function hostnameProblems(hostname: string): InputProblem[] {
  const problems = lineProblems('hostname', hostname, 'Enter the host name or the IP address of the server.');
  if (problems.length > 0 || normaliseHostname(hostname) !== null) return problems;
  return [
    problem(
      'hostname',
      'BAD_FORMAT',
      'Enter a host name such as smtp.example.org, or an IP address, without a port.',
    ),
  ];
}

function rangeProblems(settings: SmtpServerSettings): InputProblem[] {
  return (Object.keys(RANGES) as (keyof typeof RANGES)[]).flatMap((path) => {
    const [lowest, highest, message] = RANGES[path];
    const value = settings[path];
    return value !== null && (value < lowest || value > highest)
      ? [problem(path, 'OUT_OF_RANGE', message)]
      : [];
  });
}

function ehloNameProblems(ehloName: string | null): InputProblem[] {
  const problems = lineProblems('ehloName', ehloName);
  if (problems.length > 0 || ehloName === null) return problems;
  const literal = /^\[(?:IPv6:)?([0-9a-f:.]+)\]$/i.exec(ehloName);
  if (normaliseHostname(literal?.[1] ?? ehloName) !== null) return [];
  return [
    problem(
      'ehloName',
      'BAD_FORMAT',
      'Enter a host name such as app.example.org, or an address in brackets.',
    ),
  ];
}

function defaultFromProblems(defaultFrom: string | null, strict: boolean): InputProblem[] {
  const problems = lineProblems('defaultFrom', defaultFrom);
  if (problems.length > 0 || defaultFrom === null) return problems;
  const mailbox = parseMailbox(defaultFrom, strict ? 'strict' : 'lenient');
  return 'code' in mailbox ? [problem('defaultFrom', mailbox.code, mailbox.message)] : [];
}

function faxProblems(settings: SmtpServerSettings, kind: ServerKind): InputProblem[] {
  const { faxAddressTemplate: template } = settings;
  if (kind === ServerKind.SMTP) {
    return template === null
      ? []
      : [
          problem(
            'faxAddressTemplate',
            'BAD_FORMAT',
            'Leave this out: only a fax server has a number template.',
          ),
        ];
  }
  const problems = settings.attachmentAsUrlEnabled
    ? [
        problem(
          'attachmentAsUrlEnabled',
          'NOT_FOR_FAX',
          'Switch this off: a fax cannot carry a link to a file.',
        ),
      ]
    : [];
  if (template === null) {
    return [
      ...problems,
      problem(
        'faxAddressTemplate',
        'REQUIRED',
        'Enter how the gateway wants numbers, such as FAX={number}@fax.example.org.',
      ),
    ];
  }
  problems.push(...lineProblems('faxAddressTemplate', template));
  const parsed = parseFaxTemplate(template);
  if (problems.length === 0 && 'code' in parsed) {
    problems.push(problem('faxAddressTemplate', parsed.code, parsed.message));
  }
  return problems;
}

function textOrNone(text: string | null): string | null {
  return text === null || withoutOuterSpace(text) === '' ? null : withoutOuterSpace(text);
}

function problem(path: string, code: InputProblemCode, message: string): InputProblem {
  return { path, code, message };
}
