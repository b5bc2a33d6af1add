/** A person signed in somewhere. */
export interface Session {
  id: string;
  userId: string;
  createdAt: Date;
  lastUsedAt: Date;
  /** When the person last proved who they are: by the sign-in, or again since. */
  authenticatedAt: Date;
  expiresAt: Date;
  /** Network address of the sign-in. */
  from: string | null;
  /** What the browser called itself at the sign-in (its User-Agent). */
  browser: string | null;
}

/** Where a request came from. */
export interface Client {
  /** Network address; null where the connection is gone already. */
  from: string | null;
  browser: string | null;
}

const LONGEST_BROWSER = 300;

/** A header of the client's own making, as it is kept and shown. */
export function browserName(userAgent: string | undefined): string | null {
  const name = (userAgent ?? '').replace(/[^\x20-\x7e]/g, '').slice(0, LONGEST_BROWSER);
  return name === '' ? null : name;
}
