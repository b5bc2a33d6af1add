import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Permission } from '../features/access/index.ts';
import {
  csv,
  jsonLines,
  type AuditEvent,
  type AuditFilter,
  type AuditTrail,
} from '../features/audit/index.ts';
import type { Door } from './door.ts';
import { refuse } from './refuse.ts';

const FORMS: Record<
  string,
  { type: string; write: (events: AsyncIterable<AuditEvent>) => AsyncIterable<string> }
> = {
  '/audit.csv': { type: 'text/csv; charset=utf-8; header=present', write: csv },
  '/audit.jsonl': { type: 'application/jsonl; charset=utf-8', write: jsonLines },
};

export const AUDIT_PATHS: ReadonlySet<string> = new Set(Object.keys(FORMS));

/** GET /audit.csv and /audit.jsonl: the log as a file, streamed; ?actor= &action= &subject= &since= &until= as in auditEvents. */
export function auditEndpoint({ trail, door }: { trail: AuditTrail; door: Door }) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const form = FORMS[url.pathname];
    if (request.method !== 'GET' || form === undefined) {
      response.setHeader('Allow', 'GET');
      refuse(response, 405, 'Send a GET.');
      return;
    }
    if ((await door.admit(request, response, Permission.AUDIT_READ)) === null) return;
    const filter = readFilter(url.searchParams);
    if ('problem' in filter) {
      refuse(response, 400, filter.problem);
      return;
    }
    response.writeHead(200, {
      'Content-Type': form.type,
      'Content-Disposition': `attachment; filename="postroom-${url.pathname.slice(1)}"`,
      'Cache-Control': 'no-store',
    });
    // A client that goes away half-way ends the reading; that is no failure.
    await pipeline(Readable.from(form.write(trail.all(filter))), response).catch((error: unknown) => {
      if (!response.destroyed || !response.writableAborted) throw error;
    });
  };
}

function readFilter(parameters: URLSearchParams): AuditFilter | { problem: string } {
  if ([...parameters.values()].some((value) => value.includes('\0')))
    return { problem: 'Remove the NUL character.' };
  const since = readTime(parameters.get('since'));
  const until = readTime(parameters.get('until'));
  if (since === undefined || until === undefined) {
    return { problem: 'since and until must be times, such as 2026-11-22T12:00:00Z.' };
  }
  const [actor, action, subject] = ['actor', 'action', 'subject'].map((name) => parameters.get(name));
  return { actor: actor ?? null, action: action ?? null, subject: subject ?? null, since, until };
}

/** A day or a time of RFC 3339: JavaScript takes more for one, years that PostgreSQL has not among it. */
const TIME = /^\d{4}-\d\d-\d\d(?:T|$)/;

/** undefined = it is no time. */
function readTime(text: string | null): Date | null | undefined {
  if (text === null || text === '') return null;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) || !TIME.test(text) ? undefined : time;
}
