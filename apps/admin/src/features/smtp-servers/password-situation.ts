import { type SmtpServerDraft, draftOf, isDestinationChanged } from './smtp-server-draft.ts';
import type { SmtpServerSettingsFragment } from '../../generated/graphql.ts';

/** What there is to say about the password of a server, given what is saved and what the form holds. */
export const PasswordSituation = {
  /** The server is used without signing in, and nothing is stored. */
  NONE_NEEDED: 'NONE_NEEDED',
  /** Signing in was switched off: the stored password goes with the save. */
  ERASED_UNNEEDED: 'ERASED_UNNEEDED',
  /** A new server: the password may be typed in the form. */
  NEW_SERVER: 'NEW_SERVER',
  /** Nothing is stored for the destination in the form: the password is typed in the form. */
  NEW_DESTINATION: 'NEW_DESTINATION',
  /** As NEW_DESTINATION, and saving erases the one that is stored. */
  ERASED_BY_MOVE: 'ERASED_BY_MOVE',
  /** The destination is as saved: the password has acts of its own. */
  KEPT: 'KEPT',
} as const;
export type PasswordSituation = keyof typeof PasswordSituation;

export function passwordSituation(
  saved: SmtpServerSettingsFragment | null,
  draft: SmtpServerDraft,
): PasswordSituation {
  if (draft.username === null) return saved?.hasPassword ? 'ERASED_UNNEEDED' : 'NONE_NEEDED';
  if (!saved) return 'NEW_SERVER';
  if (!isDestinationChanged(draftOf(saved), draft)) return 'KEPT';
  return saved.hasPassword ? 'ERASED_BY_MOVE' : 'NEW_DESTINATION';
}

/** Whether the form itself asks for a password. */
export function isPasswordTyped(situation: PasswordSituation): boolean {
  return situation === 'NEW_SERVER' || situation === 'NEW_DESTINATION' || situation === 'ERASED_BY_MOVE';
}
