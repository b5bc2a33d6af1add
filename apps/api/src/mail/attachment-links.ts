import { readableSize } from './readable-size.ts';

/** A file that the reader fetches instead of getting it with the mail. */
export interface AttachmentLink {
  filename: string;
  sizeBytes: number;
  url: string;
}

export interface MailBody {
  text?: string;
  html?: string;
}

/** The delimiter of a signature, alone on its line (RFC 3676 section 4.3). Readers cut off or grey out what is behind it. */
const SIGNATURE = /^-- \r?$/gm;

/**
 * The body with a list of links behind what was written: in each form that it has, before the signature of the text and inside the
 * body of the html. A body without any form gets a text.
 */
export function withAttachmentLinks(
  body: MailBody,
  links: readonly AttachmentLink[],
  { expiresAt }: { expiresAt: Date },
): MailBody {
  if (links.length === 0) return body;
  const { text, html } = body;
  const until = dateOf(expiresAt);
  return {
    ...((text !== undefined || html === undefined) && { text: linksInText(text ?? '', links, until) }),
    ...(html !== undefined && { html: linksInHtml(html, links, until) }),
  };
}

/** The last day on which the links work: what ends at midnight ends with the day before. */
function dateOf(expiresAt: Date): string {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(expiresAt.getTime() - 1));
}

function linksInText(text: string, links: readonly AttachmentLink[], until: string): string {
  const signature = [...text.matchAll(SIGNATURE)].at(-1)?.index ?? text.length;
  const written = text.slice(0, signature).trimEnd();
  const list = links.map(
    ({ filename, sizeBytes, url }) => `${filename} (${readableSize(sizeBytes)})\n${url}\n`,
  );
  const block = `Files to download, until ${until}:\n\n${list.join('\n')}`;
  return [
    written === '' ? '' : `${written}\n\n`,
    block,
    signature < text.length ? '\n' : '',
    text.slice(signature),
  ].join('');
}

/** Styles stand in the elements: mail programs drop or ignore the rest. Colours are left to the mail and to the reader's dark mode. */
function linksInHtml(html: string, links: readonly AttachmentLink[], until: string): string {
  const items = links.map(
    ({ filename, sizeBytes, url }) =>
      `<li style="margin:4px 0"><a href="${escaped(url)}"><bdi>${escaped(filename)}</bdi></a> (${readableSize(sizeBytes)})</li>`,
  );
  const block =
    '\n<div style="margin:24px 0;padding-top:12px;border-top:1px solid #999;font-family:sans-serif">' +
    `<p style="margin:0 0 8px">Files to download, until ${until}:</p>` +
    `<ul style="margin:0;padding-left:20px">${items.join('')}</ul></div>\n`;
  const end = endOfBody(html);
  return html.slice(0, end) + block + html.slice(end);
}

/**
 * What a page is made of besides text, as readers' programs take it apart (HTML section 13.2.5): comments, elements whose content is text
 * alone, tags with their attributes, and at last the beginning of any of these that never closes. Each way through is the only one, so
 * that no page takes long.
 */
const PIECES = new RegExp(
  [
    /<!--(?:-?>|[^]*?--!?>)/,
    /<(script|style|textarea|title)(?=[\s/>])[^]*?<\/\1(?=[\s/>])[^>]*>/,
    /<\/?(?!(?:script|style|textarea|title)[\s/>])[a-z](?:=(?:\s*"[^"]*"|\s*'[^']*'|(?!\s*["']))|[^>=])*>/,
    /<(?:[?/]|!(?!--))[^>]*>/,
    /<(?=[a-z?/!])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);

/** The place before the last `</body>`, else before the last `</html>`, else before what never closes, else the end. */
function endOfBody(html: string): number {
  let body: number | undefined;
  let document: number | undefined;
  for (const { 0: found, index } of html.matchAll(PIECES)) {
    if (found === '<') return body ?? document ?? index;
    if (/^<\/body[\s/>]/i.test(found)) body = index;
    else if (/^<\/html[\s/>]/i.test(found)) document = index;
  }
  return body ?? document ?? html.length;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
