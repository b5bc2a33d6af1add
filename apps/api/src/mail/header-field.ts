import { foldedHeader, headerWords } from './encoded-text.ts';
import type { MailHeader } from './mail-content.ts';
import { phraseWords } from './mailbox-header.ts';

/** A field that senders may set, beside the `X-` ones. */
interface HeaderForm {
  /** As the field's own standard writes it. */
  name: string;
  isValid: (value: string) => boolean;
  /** What a right value looks like. */
  example: string;
}

const URIS = /^<(?:https?|mailto):[!#-;=?-~]+>(?:, ?<(?:https?|mailto):[!#-;=?-~]+>)*$/i;
const MESSAGE_IDS = /^<[!#-'*+\-./0-9=?A-Z^-~]+@[[\]:.\w-]+>(?: <[!#-'*+\-./0-9=?A-Z^-~]+@[[\]:.\w-]+>)*$/;
const LIST_ID = /^(?:[^<>"\\()]+ )?<[\w-]+(?:\.[\w-]+)+>$/;

const uris = (name: string): HeaderForm => ({
  name,
  isValid: (value) => URIS.test(value),
  example: '<https://example.org/list>, <mailto:list@example.org>',
});
const messageIds = (name: string): HeaderForm => ({
  name,
  isValid: (value) => MESSAGE_IDS.test(value),
  example: '<1234@example.org>',
});
const oneOf = (name: string, ...words: [string, ...string[]]): HeaderForm => ({
  name,
  isValid: (value) => words.includes(value.toLowerCase()),
  example: words.join(', '),
});

const FORMS: readonly HeaderForm[] = [
  // RFC 2369, 2919 and 8058
  uris('List-Unsubscribe'),
  uris('List-Help'),
  uris('List-Subscribe'),
  uris('List-Owner'),
  uris('List-Archive'),
  {
    ...uris('List-Post'),
    isValid: (value) => value === 'NO' || URIS.test(value),
  },
  {
    name: 'List-Unsubscribe-Post',
    isValid: (value) => value === 'List-Unsubscribe=One-Click',
    example: 'List-Unsubscribe=One-Click',
  },
  { name: 'List-Id', isValid: (value) => LIST_ID.test(value), example: 'Our news <news.example.org>' },
  // RFC 5322 section 3.6.4
  messageIds('In-Reply-To'),
  messageIds('References'),
  // RFC 3834 and 5436
  oneOf('Auto-Submitted', 'no', 'auto-generated', 'auto-replied', 'auto-notified'),
  oneOf('Precedence', 'bulk', 'list', 'junk'),
  // RFC 2156
  oneOf('Importance', 'high', 'normal', 'low'),
  oneOf('Priority', 'urgent', 'normal', 'non-urgent'),
  oneOf('Sensitivity', 'personal', 'private', 'company-confidential'),
  {
    name: 'Feedback-ID',
    isValid: (value) => /^[\w.+-]*(?::[\w.+-]*){1,3}$/.test(value),
    example: 'campaign:customer:kind:sender',
  },
];

const FORM_OF = new Map(FORMS.map((form) => [form.name.toLowerCase(), form]));
export const SETTABLE_FIELDS: readonly string[] = FORMS.map(({ name }) => name);

export function formOf(name: string): HeaderForm | undefined {
  return FORM_OF.get(name.toLowerCase());
}

/** Any text; only the name tells that it is nobody else's field. */
export function isExtensionField(name: string): boolean {
  return /^X-[A-Z0-9-]{1,70}$/i.test(name);
}

/** The field with its CRLF, of a header that `headerProblems` finds nothing wrong with. */
export function headerField({ name, value }: MailHeader): string {
  const form = formOf(name);
  if (form === undefined) return foldedHeader(name, headerWords(value));
  if (form.name !== 'List-Id') return foldedHeader(form.name, value.split(' '));
  const phraseEnd = value.lastIndexOf(' <');
  const phrase = phraseEnd < 0 ? [] : phraseWords(value.slice(0, phraseEnd));
  return foldedHeader(form.name, [...phrase, value.slice(phraseEnd + 1)]);
}

export function subjectField(subject: string): string {
  return foldedHeader('Subject', headerWords(subject));
}
