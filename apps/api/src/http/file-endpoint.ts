import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Logger } from 'pino';
import type { LinkedFile, LinkedFiles, StoredFiles } from '../features/attachments/index.ts';
import { BARE_PAGE_POLICY } from './bare-page.ts';
import { requestedRange, type ByteRange } from './byte-range.ts';
import { attachmentDisposition } from './content-disposition.ts';
import { LINK_ENDED_PAGE, LINK_ENDED_TEXT } from './link-ended-page.ts';
import { failedPrecondition } from './precondition.ts';
import { refuse } from './refuse.ts';

export interface FileEndpointPorts {
  links: LinkedFiles;
  files: StoredFiles;
  log: Logger;
}

const PREFIX = '/files/';

/**
 * GET and HEAD /files/<token>: the file behind a link, for whoever has it. A browser saves it and shows nothing of it, whatever it is.
 * What leads to no file is answered alike, whether the token is wrong or has ended.
 */
export function fileEndpoint({ links, files, log }: FileEndpointPorts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method } = request;
    if (method !== 'GET' && method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      refuse(response, 405, 'Send a GET.');
      return;
    }
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Robots-Tag', 'noindex');
    const linked = await links.find(tokenOf(request));
    if (linked === null) {
      answerEnded(request, response);
      return;
    }
    const range = writeFileHead(request, response, linked);
    if (range === null || method === 'HEAD') {
      response.end();
      return;
    }
    try {
      await sendFile(response, linked, range);
    } catch (error) {
      if (isGone(error)) return;
      log.error(
        { err: error, event: 'attachment.unreadable', attachmentId: linked.attachmentId },
        'a file could not be sent',
      );
      if (response.headersSent) response.destroy();
      else answerUnreadable(response);
    }
  };

  async function sendFile(response: ServerResponse, linked: LinkedFile, range: ByteRange): Promise<void> {
    // Once a download, not once for each piece that a program asks for, nor when one is taken up again.
    const isBeginning = range.start === 0;
    // Before the head of the answer: what is damaged is refused, and does not break off on the way.
    if (isBeginning) await files.check(linked.file);
    const octets = await files.open(linked.file, range);
    if (isBeginning) await links.countDownload(linked);
    await pipeline(octets, response);
  }
}

/** A client may have escaped what needs no escape (RFC 3986 section 6.2.2.2). '' = it is no text. */
function tokenOf({ url = '' }: IncomingMessage): string {
  try {
    return decodeURIComponent(url.split('?', 1)[0]?.slice(PREFIX.length) ?? '');
  } catch {
    return '';
  }
}

/** Status and fields of the answer; the octets that it has, or null = none. */
function writeFileHead(
  request: IncomingMessage,
  response: ServerResponse,
  { filename, file }: LinkedFile,
): ByteRange | null {
  const { sizeBytes } = file;
  const tag = `"${file.sha256.toString('hex')}"`;
  response.setHeader('ETag', tag);
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'");
  const failed = failedPrecondition(request.headers, tag);
  if (failed !== null) {
    response.statusCode = failed;
    return null;
  }
  const condition = request.headers['if-range'];
  const isSame = condition === undefined || condition === tag;
  const asked = isSame && request.method === 'GET' ? requestedRange(request.headers.range, sizeBytes) : null;
  if (asked === 'unsatisfiable') {
    response.statusCode = 416;
    response.setHeader('Content-Range', `bytes */${String(sizeBytes)}`);
    return null;
  }
  const range = asked ?? { start: 0, end: sizeBytes };
  if (asked !== null) {
    response.statusCode = 206;
    response.setHeader(
      'Content-Range',
      `bytes ${String(range.start)}-${String(range.end - 1)}/${String(sizeBytes)}`,
    );
  }
  response.setHeader('Content-Type', 'application/octet-stream');
  response.setHeader('Content-Disposition', attachmentDisposition(filename));
  response.setHeader('Content-Length', range.end - range.start);
  return range;
}

function answerEnded(request: IncomingMessage, response: ServerResponse): void {
  const isForPeople = request.headers.accept?.includes('text/html') === true;
  const text = isForPeople ? LINK_ENDED_PAGE : LINK_ENDED_TEXT;
  response.statusCode = 404;
  response.setHeader('Content-Type', `text/${isForPeople ? 'html' : 'plain'}; charset=utf-8`);
  response.setHeader('Content-Security-Policy', BARE_PAGE_POLICY);
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.setHeader('Vary', 'Accept');
  response.end(request.method === 'HEAD' ? undefined : text);
}

/** The link is right and its file is not: lost, damaged, or behind a storage that does not answer. */
function answerUnreadable(response: ServerResponse): void {
  for (const name of ['ETag', 'Content-Disposition', 'Content-Length', 'Content-Range'])
    response.removeHeader(name);
  response.statusCode = 503;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(
    'The file cannot be read at the moment. Try again later, and tell the sender if it stays so.\n',
  );
}

/** The reader went away, as readers do. */
function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
