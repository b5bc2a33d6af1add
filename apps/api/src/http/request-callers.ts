import type { IncomingMessage } from 'node:http';
import {
  signedInCaller,
  type ApiToken,
  type Caller,
  type FirstTask,
  type Sessions,
  type TokenCallers,
} from '../features/access/index.ts';
import type { SessionCookie } from './session-cookie.ts';
import type { TrustedProxies } from './trusted-proxies.ts';

/** Who sends a request. */
export interface RequestIdentity {
  /** null = nobody who is known. */
  caller: Caller | null;
  /** The token that it came with. */
  apiToken: ApiToken | null;
  /** Network address of the client. */
  from: string | null;
}

/** There was a token, and it does not count: whoever sends one means it, so the request ends here. */
export interface RefusedToken {
  refused: string;
}

const REFUSED: RefusedToken = {
  refused: 'This token does not count: it is unknown, revoked or expired. Create another one in the panel.',
};

/** Sent by the panel when it asks by itself, before a page that nobody has touched for a while: such a request keeps no session alive. */
const UNATTENDED = 'x-postroom-unattended';

const BEARER = /^Bearer +(\S+) *$/i;

/** Makes the caller of a request, for every door alike: by its token, or else by its session cookie, never by both. */
export class RequestCallers {
  private readonly ports: {
    sessions: Sessions;
    tokens: TokenCallers;
    cookie: SessionCookie;
    proxies: TrustedProxies;
    firstTask: FirstTask;
  };

  constructor(ports: RequestCallers['ports']) {
    this.ports = ports;
  }

  /** null = the connection is gone. */
  addressOf(request: IncomingMessage): string | null {
    return this.ports.proxies.clientAddress(request);
  }

  async identify(request: IncomingMessage): Promise<RequestIdentity | RefusedToken> {
    const from = this.addressOf(request);
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const secret = BEARER.exec(authorization)?.[1];
      const known = secret === undefined ? null : await this.ports.tokens.callerOf(secret, from);
      return known === null ? REFUSED : { ...known, from };
    }
    const cookie = this.ports.cookie.read(request);
    const isAttended = request.headers[UNATTENDED] === undefined;
    const found = cookie === null ? null : await this.ports.sessions.find(cookie, isAttended);
    const { firstTask } = this.ports;
    const caller =
      found && signedInCaller(found.user, { from, session: found.session, mustFirst: firstTask(found.user) });
    return { caller, apiToken: null, from };
  }
}
