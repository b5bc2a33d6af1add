import type { IncomingMessage, ServerResponse } from 'node:http';
import { BARE_PAGE_POLICY, barePage } from './bare-page.ts';
import type { RequestCallers } from './request-callers.ts';
import { notFound } from './static-files.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

const LOCK = '<rect x="4" y="11" width="16" height="10" rx="2"/><path d="M8 11V7a4 4 0 0 1 8 0v4"/>';

const SIGN_IN_PAGE = barePage({
  title: 'Sign in to use the API explorer',
  icon: LOCK,
  body: `<p>The explorer shows everything that the API can do, to those who may use it.</p>
<p><a href="/sign-in?next=/graphiql">Sign in</a> and you are taken back here.</p>`,
});

/** The explorer, for those who are signed in, unless the deployment has switched it off. */
export function explorerDoor(
  explorer: Handler,
  { isOn, callers }: { isOn: boolean; callers: RequestCallers },
): Handler {
  return async (request, response) => {
    if (!isOn) {
      notFound(response, 'The API explorer is switched off here (GRAPHIQL=false).');
      return;
    }
    const identity = await callers.identify(request);
    if ('caller' in identity && identity.caller?.user) return explorer(request, response);
    response.writeHead(401, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': BARE_PAGE_POLICY,
      'Cache-Control': 'no-store',
    });
    response.end(request.method === 'HEAD' ? undefined : SIGN_IN_PAGE);
  };
}
