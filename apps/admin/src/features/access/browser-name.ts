import Bowser from 'bowser';

/** What a session was begun with, from how it called itself (RFC 9110 section 10.1.5). */
export interface BrowserName {
  browser: string;
  /** null = it does not say. */
  system: string | null;
}

/** null = it is no browser that anyone knows. */
export function browserName(userAgent: string): BrowserName | null {
  if (userAgent.trim() === '') return null;
  const { browser, os } = Bowser.parse(userAgent);
  return browser.name ? { browser: browser.name, system: os.name ?? null } : null;
}
