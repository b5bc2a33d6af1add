import { filenameParameters, type FilenameEncoding } from './filename-encoding.ts';
import type { MailAttachment, MailContent, OctetSource } from './mail-content.ts';
import { textBody } from './text-body.ts';

/** One part of the tree, its own fields written out. The fields of the message itself stand before those of the root. */
export interface MimePart {
  headers: string;
  body: string | { base64: Buffer | OctetSource } | { boundary: string; parts: readonly MimePart[] };
}

/** A boundary that is new each time and occurs in no body. */
type NewBoundary = () => string;

/** mixed(alternative(text, related(html, inline parts)), attachments), each layer only where it has two parts. */
export function bodyPart(
  mail: MailContent,
  filenameEncoding: FilenameEncoding,
  newBoundary: NewBoundary,
): MimePart {
  const { text, html, attachments = [] } = mail;
  const isInline = (attachment: MailAttachment) => html !== undefined && attachment.contentId !== undefined;
  const parts = (inline: boolean) =>
    attachments
      .filter((attachment) => isInline(attachment) === inline)
      .map((attachment) => attachmentPart(attachment, inline, filenameEncoding));

  const alternatives: MimePart[] = [];
  if (text !== undefined || html === undefined) alternatives.push(textPart('text/plain', text ?? ''));
  if (html !== undefined) {
    const related = [textPart('text/html', html), ...parts(true)];
    alternatives.push(layer('multipart/related; type="text/html"', related, newBoundary));
  }
  const alternative = layer('multipart/alternative', alternatives, newBoundary);
  return layer('multipart/mixed', [alternative, ...parts(false)], newBoundary);
}

function layer(contentType: string, parts: readonly MimePart[], newBoundary: NewBoundary): MimePart {
  const [only, ...more] = parts;
  if (only !== undefined && more.length === 0) return only;
  const boundary = newBoundary();
  return {
    headers: `Content-Type: ${contentType};\r\n boundary="${boundary}"\r\n`,
    body: { boundary, parts },
  };
}

function textPart(contentType: string, text: string): MimePart {
  const { encoding, body } = textBody(text);
  return {
    headers: `Content-Type: ${contentType}; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n`,
    body,
  };
}

/**
 * Always base64, so that the file arrives to the octet. The composite types may not be encoded
 * (RFC 2045 section 6.4), so they travel as what they are to a mail server: octets.
 */
function attachmentPart(
  { filename, contentType, content, contentId }: MailAttachment,
  isInline: boolean,
  encoding: FilenameEncoding,
): MimePart {
  const type = /^(message|multipart)\//i.test(contentType) ? 'application/octet-stream' : contentType;
  const parameters = filenameParameters(filename, encoding);
  const headers = [
    parameterised('Content-Type', type, parameters.contentType),
    'Content-Transfer-Encoding: base64',
    ...(contentId === undefined ? [] : [`Content-ID: <${contentId}>`]),
    parameterised('Content-Disposition', isInline ? 'inline' : 'attachment', parameters.disposition),
  ];
  return { headers: headers.map((header) => `${header}\r\n`).join(''), body: { base64: content } };
}

/** Each parameter on a line of its own: a long name leaves no room beside it. */
function parameterised(name: string, value: string, parameters: readonly string[]): string {
  return [`${name}: ${value}${parameters.length > 0 ? ';' : ''}`, ...parameters].join('\r\n ');
}
