import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { Permission, type Caller } from '../features/access/index.ts';
import { UploadTooLargeError, type Uploads } from '../features/attachments/index.ts';
import { StorageFullError, StorageUnavailableError } from '../storage/index.ts';
import { isFromHere, refuse } from './graphql-endpoint.ts';
import { bodyOf } from './request-body.ts';

export interface UploadEndpointPorts {
  uploads: Uploads;
  /** Whom a request comes from, or why its token does not count. */
  identify: (request: IncomingMessage) => Promise<{ caller: Caller | null } | { refused: string }>;
  publicUrl: URL;
  log: Logger;
}

/** A client that sends nothing for so long is gone, or wants to hold the connection. */
const IDLE_MS = 30_000;

/** PUT /uploads with a file as the body. It is written as it comes, and never lies in memory as a whole. */
export function uploadEndpoint({ uploads, identify, publicUrl, log }: UploadEndpointPorts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'PUT') {
      response.setHeader('Allow', 'PUT');
      refuse(response, 405, 'Send a PUT with the file as the body, as curl -T does.');
      return;
    }
    if (/^multipart\//i.test(request.headers['content-type'] ?? '')) {
      refuse(response, 415, 'Send the file itself as the body, as curl -T does, and no form.');
      return;
    }
    if (!isFromHere(request, publicUrl)) {
      refuse(response, 403, 'This page may not send requests here: its origin is another one.', 'FORBIDDEN');
      return;
    }
    const identity = await identify(request);
    if ('refused' in identity) {
      response.setHeader('WWW-Authenticate', 'Bearer');
      refuse(response, 401, identity.refused, 'UNAUTHENTICATED');
      return;
    }
    const { caller } = identity;
    if (caller === null) {
      refuse(response, 401, 'Sign in first: this needs a session, or a token.', 'UNAUTHENTICATED');
      return;
    }
    if (!caller.permissions.has(Permission.EMAILS_SEND)) {
      refuse(response, 403, 'Whoever puts a file here must be allowed to send emails.', 'FORBIDDEN');
      return;
    }
    if (Number(request.headers['content-length'] ?? 0) > uploads.maxBytes) {
      refuseTooLarge(response, uploads.maxBytes);
      return;
    }
    request.setTimeout(IDLE_MS, () => request.destroy());
    try {
      const receipt = await uploads.accept(bodyOf(request), caller);
      response.writeHead(201, {
        'Content-Type': 'application/json; charset=utf-8',
        'Cache-Control': 'no-store',
      });
      response.end(JSON.stringify(receipt));
    } catch (error) {
      // Where the client is gone nobody is left to be told.
      if (request.errored === null) refuseContent(error, response, { uploads, log });
    }
  };
}

/** What came of the content, in words for its sender; the operator is told what only they can mend. */
function refuseContent(
  error: unknown,
  response: ServerResponse,
  { uploads, log }: Pick<UploadEndpointPorts, 'uploads' | 'log'>,
): void {
  if (error instanceof UploadTooLargeError) {
    refuseTooLarge(response, uploads.maxBytes);
  } else if (error instanceof StorageFullError) {
    log.error({ event: 'storage.full', err: error.cause }, 'there is no room for files');
    const message =
      'There is no room for the file. Nothing was kept; try again when the administrator has made some.';
    refuse(response, 507, message, 'SERVICE_UNAVAILABLE');
  } else if (error instanceof StorageUnavailableError) {
    log.error({ event: 'storage.unavailable', err: error.cause }, 'the storage for files does not answer');
    const message = 'The storage for files does not answer at the moment: try again in a few minutes.';
    refuse(response, 503, message, 'SERVICE_UNAVAILABLE');
  } else throw error;
}

function refuseTooLarge(response: ServerResponse, maxBytes: number): void {
  response.setHeader('Connection', 'close');
  refuse(response, 413, `The file is too large: at most ${String(maxBytes)} bytes are taken.`);
}
