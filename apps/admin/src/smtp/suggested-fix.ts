import type { Protocol, StartTls } from '../generated/graphql.ts';
import { type Encryption, encryptionOf } from './encryption.ts';

export interface ConnectionSettings {
  protocol: Protocol;
  startTls: StartTls;
  port: number | null;
}

/** null = stays as it is. */
export interface SuggestedFix {
  protocol: Protocol | null;
  startTls: StartTls | null;
  port: number | null;
}

/** A setting that a fix changes, as a form shows it. */
export type FixChange =
  | { setting: 'encryption'; before: Encryption; after: Encryption }
  | { setting: 'port'; before: number | null; after: number };

/** The settings as they are with the fix: what it does not name stays, the port too. */
export function withFix<Settings extends ConnectionSettings>(
  { protocol, startTls, port }: SuggestedFix,
  settings: Settings,
): Settings {
  return {
    ...settings,
    ...(protocol !== null && { protocol }),
    ...(startTls !== null && { startTls }),
    ...(port !== null && { port }),
  };
}

/** What a person would see change; nothing where the fix was made already. */
export function fixChanges(fix: SuggestedFix, settings: ConnectionSettings): FixChange[] {
  const before = encryptionOf(settings);
  const after = encryptionOf(withFix(fix, settings));
  return [
    ...(before === after ? [] : [{ setting: 'encryption' as const, before, after }]),
    ...(fix.port === null || fix.port === settings.port
      ? []
      : [{ setting: 'port' as const, before: settings.port, after: fix.port }]),
  ];
}
