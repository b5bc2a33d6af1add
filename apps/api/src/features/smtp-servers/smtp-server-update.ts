import type { InputProblem } from '../../refusals/refusal.ts';
import { SETTING_NAMES, type SmtpServerSettings } from './smtp-server.ts';
import type { UpdateSmtpServer } from './smtp-server.requests.ts';

/** The settings that have a "none", which null means. */
const MAY_BE_NONE: ReadonlySet<keyof SmtpServerSettings> = new Set([
  'username',
  'maxAttachmentBytes',
  'ehloName',
  'defaultFrom',
  'faxAddressTemplate',
  'messagesPerMinute',
]);

/** The settings that a request names, without those that it sets to a null they cannot be. */
export function requestedSettings(request: UpdateSmtpServer): Partial<SmtpServerSettings> {
  const named = SETTING_NAMES.filter(
    (name) => request[name] !== undefined && !isImpossibleNull(request, name),
  );
  return Object.fromEntries(named.map((name) => [name, request[name]]));
}

/** One REQUIRED for each setting that a request sets to null although there is no server without it. */
export function nullProblems(request: UpdateSmtpServer): InputProblem[] {
  return SETTING_NAMES.filter((name) => isImpossibleNull(request, name)).map((name) => ({
    path: name,
    code: 'REQUIRED',
    message: 'Enter a value, or leave the field out to keep the present one.',
  }));
}

function isImpossibleNull(request: UpdateSmtpServer, name: keyof SmtpServerSettings): boolean {
  return request[name] === null && !MAY_BE_NONE.has(name);
}
