import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { callerIsUnknown, callerMayNot, type Caller, type Permission } from '../features/access/index.ts';
import { logRefused } from './refusal-log.ts';
import { refuse } from './refuse.ts';
import type { RequestCallers, RequestIdentity } from './request-callers.ts';

const CODES = { 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 429: 'RATE_LIMITED' } as const;

/** Why a request goes no further. */
export interface TurnedAway {
  status: keyof typeof CODES;
  message: string;
  /** null = nobody who is known. */
  caller: Caller | null;
}

/** Who may come in. Whoever may not is answered and logged, so that an endpoint that gets null has nothing more to do. */
export class Door {
  private readonly callers: RequestCallers;
  private readonly isFromHere: (request: IncomingMessage) => boolean;
  private readonly log: Logger;

  constructor(ports: {
    callers: RequestCallers;
    /** Is the page that sends it one of this service? */
    isFromHere: (request: IncomingMessage) => boolean;
    log: Logger;
  }) {
    this.callers = ports.callers;
    this.isFromHere = ports.isFromHere;
    this.log = ports.log;
  }

  /** Anybody, but for pages of others and tokens that do not count. */
  async identify(request: IncomingMessage, response: ServerResponse): Promise<RequestIdentity | null> {
    if (!this.isFromHere(request)) {
      const message = 'This page may not send requests here: its origin is another one.';
      this.turnAway(request, response, { status: 403, message, caller: null });
      return null;
    }
    const identity = await this.callers.identify(request);
    if (!('refused' in identity)) return identity;
    this.turnAway(request, response, { status: 401, message: identity.refused, caller: null });
    return null;
  }

  /** Those who have the permission. */
  async admit(
    request: IncomingMessage,
    response: ServerResponse,
    permission: Permission,
  ): Promise<Caller | null> {
    const identity = await this.identify(request, response);
    if (identity === null) return null;
    const { caller } = identity;
    if (caller === null) {
      this.turnAway(request, response, { status: 401, message: callerIsUnknown().message, caller });
      return null;
    }
    if (caller.permissions.has(permission)) return caller;
    this.turnAway(request, response, { status: 403, message: callerMayNot(caller).message, caller });
    return null;
  }

  turnAway(
    request: IncomingMessage,
    response: ServerResponse,
    { status, message, caller }: TurnedAway,
  ): void {
    const code = CODES[status];
    // RFC 9110 section 15.5.2.
    if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    refuse(response, status, message, code);
    const path = request.url?.split('?', 1)[0];
    logRefused(this.log, { code, path, caller, from: this.callers.addressOf(request) });
  }
}
