import type { IncomingHttpHeaders } from 'node:http';

/** What a request is answered with whose conditions do not hold for the entity of this tag (RFC 9110 section 13.2.2), or null = they do. */
export function failedPrecondition(headers: IncomingHttpHeaders, tag: string): 304 | 412 | null {
  const { 'if-match': only, 'if-none-match': unless } = headers;
  if (only !== undefined && !tagsOf(only).some((each) => each === '*' || each === tag)) return 412;
  // The comparison of this one is weak: a proxy that compresses makes tags weak.
  const isKnown = (each: string) => each === '*' || each.replace(/^W\//, '') === tag;
  return unless !== undefined && tagsOf(unless).some(isKnown) ? 304 : null;
}

/** Ours have no comma in them; another's that has one is another all the same. */
function tagsOf(list: string): string[] {
  return list.split(',').map((each) => each.trim());
}
