import { formOf, isExtensionField, SETTABLE_FIELDS } from './header-field.ts';
import type { MailHeader } from './mail-content.ts';
import { hasUnsafeCharacter } from './unsafe-characters.ts';

export interface HeaderProblem {
  /** `headers[0].name` */
  path: string;
  code: 'HEADER_NOT_ALLOWED' | 'CONTROL_CHARACTER' | 'BAD_FORMAT' | 'REQUIRED' | 'TOO_LONG' | 'TOO_MANY';
  /** One sentence that says what to do. Never holds what was typed. */
  message: string;
}

const MOST = 50;
/** UTF-16 units; with the longest name still one line of RFC 5322 where nothing can be folded. */
const LONGEST_VALUE = 900;

/** Fields that have an input of their own. */
const OURS: ReadonlyMap<string, string> = new Map([
  ['from', 'from'],
  ['to', 'to'],
  ['cc', 'cc'],
  ['bcc', 'bcc'],
  ['reply-to', 'replyTo'],
  ['subject', 'subject'],
]);

/** What is wrong with fields that a sender adds: `X-` ones and a short list of others, each with its own form and given once. */
export function headerProblems(headers: readonly MailHeader[], path: string): HeaderProblem[] {
  if (headers.length > MOST) {
    return [{ path, code: 'TOO_MANY', message: `Give at most ${String(MOST)} headers.` }];
  }
  const seen = new Set<string>();
  return headers.flatMap(({ name, value }, index) => {
    const at = `${path}[${String(index)}]`;
    const isAgain = seen.has(name.toLowerCase());
    seen.add(name.toLowerCase());
    const problem =
      nameProblem(name, `${at}.name`) ??
      textProblem(value, `${at}.value`) ??
      formProblem(name, value, `${at}.value`) ??
      (isAgain && !isExtensionField(name) ? givenTwice(`${at}.name`) : null);
    return problem === null ? [] : [problem];
  });
}

function nameProblem(name: string, path: string): HeaderProblem | null {
  if (isExtensionField(name) || formOf(name) !== undefined) return null;
  const own = OURS.get(name.toLowerCase());
  const message =
    own === undefined
      ? `Use a name that begins with X- and has letters, digits and hyphens, or one of ${SETTABLE_FIELDS.join(', ')}.`
      : `Use the input "${own}" for this, and leave the header out.`;
  return { path, code: 'HEADER_NOT_ALLOWED', message };
}

function textProblem(value: string, path: string): HeaderProblem | null {
  if (value.trim() === '')
    return { path, code: 'REQUIRED', message: 'Enter a value, or leave the header out.' };
  if (value.length > LONGEST_VALUE) {
    return { path, code: 'TOO_LONG', message: `Shorten it to at most ${String(LONGEST_VALUE)} characters.` };
  }
  if (!hasUnsafeCharacter(value)) return null;
  return {
    path,
    code: 'CONTROL_CHARACTER',
    message: 'Remove the line break or other invisible character from the value.',
  };
}

function formProblem(name: string, value: string, path: string): HeaderProblem | null {
  const form = formOf(name);
  if (form === undefined || form.isValid(value)) return null;
  return {
    path,
    code: 'BAD_FORMAT',
    message: `Write it in the form that ${form.name} has: ${form.example}.`,
  };
}

function givenTwice(path: string): HeaderProblem {
  return { path, code: 'BAD_FORMAT', message: 'Give this header once: mail programs read only one of it.' };
}
