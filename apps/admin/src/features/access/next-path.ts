/**
 * Where to go after signing in: a path of this origin, "/" for everything else. A link to the sign-in page
 * must not be able to send someone, freshly signed in, to another site ("//evil.example", "/\evil.example").
 */
export function nextPath(next: unknown, origin: string): string {
  if (typeof next !== 'string' || !next.startsWith('/') || !URL.canParse(next, origin)) return '/';
  const url = new URL(next, origin);
  return url.origin === origin ? url.pathname + url.search + url.hash : '/';
}
