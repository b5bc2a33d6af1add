import { domainToASCII } from 'node:url';
import { parseMailbox, type Mailbox } from '../../apps/api/src/mail/mailbox.ts';
import { holds } from './finding.ts';
import type { SeededRandom } from './seeded-random.ts';

const valid = [
  ...[
    'ada@example.org',
    'Ada Lovelace <ada@example.org>',
    '"Lovelace, Ada" <ada@example.org>',
    '"a b"@example.org',
  ],
  ...[
    'ada@[192.0.2.1]',
    'ada@[IPv6:2001:db8::1]',
    '(work) ada@example.org (home)',
    'a.b+c=d@sub.example.co.uk',
  ],
  ...[
    'jõgeva@jõgeva.ee',
    '用户@例子.公司',
    'ada@xn--jgeva-dua.ee',
    "o'hara@example.org",
    'FAX=+3902123@fax.example',
  ],
];
const pieces = [
  ...[
    '@',
    '.',
    '..',
    '-',
    '_',
    '"',
    '\\',
    '(',
    ')',
    '<',
    '>',
    ',',
    ';',
    ':',
    '[',
    ']',
    ' ',
    '\t',
    '\r\n',
    '\0',
    '/',
    '%',
  ],
  ...[
    '\u202e',
    '\ud800',
    '\u3000',
    '。',
    '％',
    '＠',
    '１',
    '\u00ad',
    '\u200d',
    'ß',
    '=?utf-8?Q?=40?=',
    'xn--',
    'mailto:',
  ],
  ...['<b@c>', '@a,@b:', 'g:a@b;', ',b@c', '\u0130', 'x'.repeat(64), 'y'.repeat(300)],
];

export interface AddressCounts {
  strings: number;
  accepted: number;
  slowestMs: number;
}

/** No throw, no long thought, and no address that was not in the string. */
export function fuzzAddresses(strings: number, random: SeededRandom): AddressCounts {
  const counts = { strings, accepted: 0, slowestMs: 0 };
  for (let nth = 0; nth < strings; nth += 1) {
    const input = mutated(random);
    const started = performance.now();
    const lenient = parseMailbox(input, 'lenient');
    const strict = parseMailbox(input, 'strict');
    counts.slowestMs = Math.max(counts.slowestMs, performance.now() - started);
    holds('code' in strict || !('code' in lenient), 'strict takes what lenient refuses', input);
    if ('code' in lenient) continue;
    counts.accepted += 1;
    checkOrigin(lenient, input);
    const again = parseMailbox(lenient.address, 'lenient');
    holds(!('code' in again) && again.address === lenient.address, 'it reads back as another', input);
  }
  return counts;
}

function checkOrigin({ address, localPart, domain }: Mailbox, input: string): void {
  holds(address === `${localPart}@${domain}`, 'not the sum of its parts', input);
  if (input.includes(address)) return;
  // The domain travels as A-labels: some text after the local part must be the one that becomes it.
  const places = [...input.matchAll(/@/g)]
    .map(({ index }) => index)
    .filter((at) => input.slice(0, at).endsWith(localPart));
  holds(places.length > 0, 'a local part that was not in it', input);
  const isFound = places.some((at) => {
    const rest = input.slice(at + 1);
    const beginnings = Array.from({ length: rest.length }, (_, index) => rest.slice(0, index + 1));
    return beginnings.some((text) => inALabels(text) === domain);
  });
  holds(isFound, 'a domain that was not in it', input);
}

/** Label by label, because a whole name that looks like a number would be read as one. */
function inALabels(domain: string): string {
  const labels = domain.split('.');
  return labels
    .map((label) =>
      /[^\0-\x7f]/.test(label) ? domainToASCII(`${label}.invalid`).replace(/\.invalid$/, '') : label,
    )
    .join('.');
}

function mutated(random: SeededRandom): string {
  if (random.chance(0.1)) return Array.from({ length: random.below(10) }, () => random.pick(pieces)).join('');
  let text = random.pick(valid);
  for (let left = random.below(5); left > 0; left -= 1) {
    const at = random.below(text.length + 1);
    const [head, tail] = [text.slice(0, at), text.slice(at)];
    switch (random.below(5)) {
      case 0:
        text = head + random.pick(pieces) + tail;
        break;
      case 1:
        text = head + String.fromCharCode(random.below(random.chance(0.8) ? 128 : 65_536)) + tail;
        break;
      case 2:
        text = head + tail.slice(1 + random.below(3));
        break;
      case 3:
        text = head + random.pick(valid) + tail;
        break;
      default:
        text = tail + head;
    }
  }
  return text;
}
