/** Whether a server could send now, as far as its settings say. */
export const ServerState = {
  ENABLED: 'ENABLED',
  DISABLED: 'DISABLED',
  /** A user name and no password: every email would be refused before it is sent. */
  PASSWORD_MISSING: 'PASSWORD_MISSING',
} as const;
export type ServerState = keyof typeof ServerState;

export function serverState(server: {
  isEnabled: boolean;
  username: string | null;
  hasPassword: boolean;
}): ServerState {
  if (!server.isEnabled) return 'DISABLED';
  return server.username !== null && !server.hasPassword ? 'PASSWORD_MISSING' : 'ENABLED';
}
