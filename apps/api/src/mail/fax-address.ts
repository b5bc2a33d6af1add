import type { FaxNumber } from './fax-number.ts';
import { parseMailbox, type Mailbox } from './mailbox.ts';
import { withoutOuterBlanks } from './white-space.ts';

const SLOT = '{number}';
/** Octets of a local part, an @ and a domain (RFC 5321 section 4.5.3.1). */
const MAX_TEMPLATE = 320;

/** A template that gives one mailbox at one domain for every fax number. Made by `parseFaxTemplate`. */
export interface FaxTemplate {
  /** The local part around the number. */
  before: string;
  after: string;
  domain: string;
}

export interface FaxTemplateProblem {
  code: 'TEMPLATE_NOT_VALID';
  /** One sentence that says what to do. Never holds what was typed. */
  message: string;
}

/** As long as a dial string can be: 15 digits (E.164) and 20 of a subaddress (ITU T.33). */
const LONGEST_DIAL_STRING = `+${'9'.repeat(15)}/T33S=${'9'.repeat(20)}`;

/**
 * A template such as `FAX={number}@fax.example.org` (RFC 3192): one address, without a name, with one
 * slot before its @. It is tried with the longest number, so that no number fails later.
 */
export function parseFaxTemplate(template: string): FaxTemplate | FaxTemplateProblem {
  const text = template.length > MAX_TEMPLATE ? '' : withoutOuterBlanks(template);
  const [before, rest, ...more] = text.split(SLOT);
  if (before === undefined || rest === undefined || more.length > 0) {
    return problem('Write {number} once, where the fax number goes: FAX={number}@fax.example.org.');
  }
  const sample = parseMailbox(before + LONGEST_DIAL_STRING + rest, 'lenient');
  if ('code' in sample) {
    return problem(
      'Write one address such as FAX={number}@fax.example.org, with room for a long number before the @.',
    );
  }
  // A slot in a name, a comment or a route would give the same address for every number.
  const { localPart, domain } = sample;
  const after = localPart.slice(before.length + LONGEST_DIAL_STRING.length);
  if (sample.displayName !== null || localPart !== before + LONGEST_DIAL_STRING + after) {
    return problem('Write the address alone, with {number} before the @: FAX={number}@fax.example.org.');
  }
  return { before, after, domain };
}

function problem(message: string): FaxTemplateProblem {
  return { code: 'TEMPLATE_NOT_VALID', message };
}

/** The gateway's address for one number. Throws where template or number come from no parser of ours. */
export function faxAddress(template: FaxTemplate, number: FaxNumber): Mailbox {
  const localPart = template.before + number.dialString + template.after;
  const mailbox = parseMailbox(`${localPart}@${template.domain}`, 'lenient');
  if ('code' in mailbox || mailbox.localPart !== localPart || mailbox.domain !== template.domain) {
    throw new TypeError('the fax template and number give no single address');
  }
  return mailbox;
}
