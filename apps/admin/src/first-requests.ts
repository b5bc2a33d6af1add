// What the panel needs first, asked for before the panel itself has been read, which takes a slow machine longer than the answers take.
// Bundled by itself (vite.config.ts): whatever this file imported would have to be read before.
import sessionQuery from './features/access/session.graphql?raw';
import { pages } from './pages.ts';

let session: Promise<Response> | null = ask(sessionQuery);
session.catch(noMatter);
pages
  .find(({ path }) => isHere(path))
  ?.component()
  .catch(noMatter);

/** `fetch` for the question who is signed in: the first time it has been asked. */
export const fetchSession: typeof fetch = (input, init) => {
  const answer = session ?? fetch(input, init);
  session = null;
  return answer;
};

function ask(query: string): Promise<Response> {
  return fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ operationName: 'Session', query }),
  });
}

/** Less than the router knows: where this is wrong, the page comes when the router asks for it. */
function isHere(pattern: string): boolean {
  const parts = window.location.pathname.split('/');
  const expected = pattern.split('/');
  return (
    expected.length === parts.length &&
    expected.every((part, index) => part.startsWith(':') || part === parts[index])
  );
}

/** Whoever needs what did not come asks again, and then shows why not. */
function noMatter(): void {}
