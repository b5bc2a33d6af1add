import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { Permission } from '../features/access/index.ts';
import { UploadTooLargeError, type Uploads } from '../features/attachments/index.ts';
import type { Door } from './door.ts';
import { endWhenIdle } from './idle-request.ts';
import { refuse } from './refuse.ts';
import { bodyOf } from './request-body.ts';
import { storageFailure } from './storage-failure.ts';

export interface UploadEndpointPorts {
  uploads: Uploads;
  door: Door;
  log: Logger;
}

const IDLE_MS = 30_000;

/** PUT /uploads with a file as the body. It is written as it comes, and never lies in memory as a whole. */
export function uploadEndpoint({ uploads, door, log }: UploadEndpointPorts) {
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
    const caller = await door.admit(request, response, Permission.EMAILS_SEND);
    if (caller === null) return;
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
  refuse(response, 413, `The file is too large: at most ${String(maxBytes)} bytes are taken.`);
}
