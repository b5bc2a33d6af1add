/** A document that the panel hands over behind the #, where no server sees it; null = none. */
export interface HandedOver {
  query: string;
  variables: string;
}

export function readHandedOver(hash: string): HandedOver | null {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const query = parts.get('query');
  return query === null ? null : { query, variables: parts.get('variables') ?? '' };
}

/** Takes it out of the address: a reload must not bring back what was changed since. */
export function takeHandedOver(): HandedOver | null {
  const found = readHandedOver(location.hash);
  if (found) history.replaceState(history.state, '', location.pathname + location.search);
  return found;
}
