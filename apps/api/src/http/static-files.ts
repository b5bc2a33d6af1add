import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

// From src/http and from dist/http alike.
const APPS = fileURLToPath(new URL('../../../', import.meta.url));

const NOTHING_ELSE =
  "default-src 'none'; script-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The panel: every path that is no file is a screen of it. */
export function panelFiles(directory = join(APPS, 'admin/dist')): Handler {
  return files(
    directory,
    `${NOTHING_ELSE}; font-src 'self'; style-src 'self' ${styleHashes(directory)}`,
    true,
  );
}

/** GraphiQL and its editor set styles and load fonts by themselves, hence a policy of its own; scripts stay as strict. */
export function explorerFiles(directory = join(APPS, 'explorer/dist')): Handler {
  const policy = `${NOTHING_ELSE}; font-src 'self' data:; style-src 'self' 'unsafe-inline'; worker-src 'self'`;
  return files(directory, policy, false);
}

function files(directory: string, policy: string, isSinglePage: boolean): Handler {
  if (!existsSync(join(directory, 'index.html'))) {
    return (_request, response) => {
      notFound(response, 'This part is not built: run "pnpm build", then start again.');
    };
  }
  const serve = sirv(directory, {
    single: isSinglePage,
    etag: true,
    // Of the files that the build has compressed.
    brotli: true,
    gzip: true,
    setHeaders: (response, pathname) => {
      const isHashed = pathname.startsWith('/assets/');
      response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return (request, response) => {
    // With a 304 too, whose headers take the place of those that the browser kept.
    response.setHeader('Content-Security-Policy', policy);
    serve(request, response, () => {
      notFound(response, 'There is nothing here.');
    });
  };
}

export function notFound(response: ServerResponse, text: string): void {
  response.statusCode = 404;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(`${text}\n`);
}

/** The build of the panel names the hashes of the styles that its page holds. */
function styleHashes(directory: string): string {
  const path = join(directory, 'csp.json');
  if (!existsSync(path)) return '';
  const { styleSources } = JSON.parse(readFileSync(path, 'utf8')) as { styleSources: string[] };
  return styleSources.join(' ');
}
