import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { Permission } from '../features/access/index.ts';
import { UploadTooLargeError, type Uploads } from '../features/attachments/index.ts';
import { refuse } from './graphql-endpoint.ts';
import { endWhenIdle } from './idle-request.ts';
import { bodyOf } from './request-body.ts';
import type { RequestCallers } from './request-callers.ts';
import { storageFailure } from './storage-failure.ts';

export interface UploadEndpointPorts {
  uploads: Uploads;
  callers: RequestCallers;
  /** Is the page that sends it one of this service? */
  isFromHere: (request: IncomingMessage) => boolean;
  log: Logger;
}

const IDLE_MS = 30_000;

/** PUT /uploads with a file as the body. It is written as it comes, and never lies in memory as a whole. */
export function uploadEndpoint({ uploads, callers, isFromHere, log }: UploadEndpointPorts) {
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
    if (!isFromHere(request)) {
      refuse(response, 403, 'This page may not send requests here: its origin is another one.', 'FORBIDDEN');
      return;
    }
    const identity = await callers.identify(request);
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
    endWhenIdle(request, IDLE_MS);
    try {
      const receipt = await uploads.accept(bodyOf(request), caller);
      response.writeHead(201, {
        'Content-Type': 'application/json; charset=utf-8',
        'Cache-Control': 'no-store',
      });
      response.end(JSON.stringify(receipt));
    } catch (error) {
      // Nobody is left to be told.
      if (request.errored !== null) return;
      if (error instanceof UploadTooLargeError) {
        refuseTooLarge(response, uploads.maxBytes);
        return;
      }
      const failure = storageFailure(error, log);
      if (failure === null) throw error;
      refuse(response, failure.status, failure.message, 'SERVICE_UNAVAILABLE');
    }
  };
}

function refuseTooLarge(response: ServerResponse, maxBytes: number): void {
  response.setHeader('Connection', 'close');
  refuse(response, 413, `The file is too large: at most ${String(maxBytes)} bytes are taken.`);
}
