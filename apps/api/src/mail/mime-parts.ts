import type MimeNode from 'nodemailer/lib/mime-node';
import { filenameParameters, type FilenameEncoding } from './filename-encoding.ts';
import type { MailAttachment, MailContent } from './mail-content.ts';

type NewNode = (contentType?: string) => MimeNode;

/** mixed(alternative(text, related(html, inline parts)), attachments), each layer only where it has two parts. */
export function bodyNode(mail: MailContent, filenameEncoding: FilenameEncoding, newNode: NewNode): MimeNode {
  const { text, html, attachments = [] } = mail;
  const isInline = (attachment: MailAttachment) => html !== undefined && attachment.contentId !== undefined;
  const parts = (inline: boolean) =>
    attachments
      .filter((attachment) => isInline(attachment) === inline)
      .map((attachment) => attachmentNode(attachment, inline, filenameEncoding, newNode()));

  const alternatives: MimeNode[] = [];
  if (text !== undefined || html === undefined) {
    alternatives.push(textNode(newNode('text/plain; charset=utf-8'), text ?? ''));
  }
  if (html !== undefined) {
    const htmlNode = textNode(newNode('text/html; charset=utf-8'), html);
    alternatives.push(layer('multipart/related; type="text/html"', [htmlNode, ...parts(true)], newNode));
  }
  const alternative = layer('multipart/alternative', alternatives, newNode);
  return layer('multipart/mixed', [alternative, ...parts(false)], newNode);
}

function layer(contentType: string, parts: readonly MimeNode[], newNode: NewNode): MimeNode {
  const [only, ...more] = parts;
  if (only !== undefined && more.length === 0) return only;
  const node = newNode(contentType);
  for (const part of parts) node.appendChild(part);
  return node;
}

/** A lone CR or LF would be refused by servers, or read as the end of the message by bad ones. */
function textNode(node: MimeNode, text: string): MimeNode {
  return node.setContent(text.replace(/\r\n|\r|\n/g, '\r\n'));
}

/**
 * Always base64, so that the file arrives to the octet. The composite types may not be encoded
 * (RFC 2045 section 6.4), so they travel as what they are to a mail server: octets.
 */
function attachmentNode(
  { filename, contentType, content, contentId }: MailAttachment,
  isInline: boolean,
  encoding: FilenameEncoding,
  node: MimeNode,
): MimeNode {
  const type = /^(message|multipart)\//i.test(contentType) ? 'application/octet-stream' : contentType;
  const parameters = filenameParameters(filename, encoding);
  node.setHeader('Content-Type', prepared(type, parameters.contentType));
  node.setHeader('Content-Transfer-Encoding', 'base64');
  node.setHeader('Content-Disposition', prepared(isInline ? 'inline' : 'attachment', parameters.disposition));
  if (contentId !== undefined) node.setHeader('Content-ID', `<${contentId}>`);
  return node.setContent(content);
}

/** `prepared` keeps nodemailer from parsing and encoding the value once more; `value` holds checked text alone. */
function prepared(value: string, parameters: readonly string[]): { prepared: true; value: string } {
  const lines = parameters.length === 0 ? [value] : [`${value};`, ...parameters];
  return { prepared: true, value: lines.join('\r\n ') };
}
