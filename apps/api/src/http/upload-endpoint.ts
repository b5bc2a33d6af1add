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

const PATH = '/uploads';
const IDLE_MS = 30_000;

/** PUT /uploads with a file as the body. It is written as it comes, and never lies in memory as a whole. */
export function uploadEndpoint({ uploads, door, log }: UploadEndpointPorts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'PUT') {
      response.setHeader('Allow', 'PUT');
      refuse(response, 405, 'Send a PUT with the file as the body, as curl -T does.');
      return;
    }
    const fault = faultOf(request);
    if (fault !== null) {
      refuse(response, fault.status, fault.message);
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

/** Why the body is not the file as it is, and all of it; null = it is. */
function faultOf({ url, headers }: IncomingMessage): { status: number; message: string } | null {
  if (url?.startsWith(`${PATH}/`)) {
    return {
      status: 404,
      message: `Put the file to ${PATH}, with nothing behind it: the email names the file.`,
    };
  }
  if (/^multipart\//i.test(headers['content-type'] ?? '')) {
    return { status: 415, message: 'Send the file itself as the body, as curl -T does, and no form.' };
  }
  if (!/^(identity)?$/i.test(headers['content-encoding'] ?? '')) {
    return { status: 415, message: 'Send the file as it is, without a Content-Encoding.' };
  }
  if (headers['content-range'] !== undefined) {
    return { status: 400, message: 'Send the whole file in one request, without a Content-Range.' };
  }
  return null;
}

function refuseTooLarge(response: ServerResponse, maxBytes: number): void {
  refuse(response, 413, `The file is too large: at most ${String(maxBytes)} bytes are taken.`);
}
