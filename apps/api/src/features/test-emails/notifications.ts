/**
 * News between the processes of the service, wired in app.ts. It is a hint to look at a table again, never the news itself: it may be lost,
 * and comes with an empty payload where some may have been.
 */
export interface Notifications {
  /** Returns what ends it. */
  listen: (channel: string, listener: (payload: string) => void) => () => void;
}
