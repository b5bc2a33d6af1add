import type { InputProblem } from '../../refusals/refusal.ts';
import { hasControlCharacter } from '../../refusals/text-problem.ts';
import { normaliseHostname, parsePastedHost } from '../../smtp/index.ts';
import { DEFAULT_SETTINGS, defaultPort, SETTING_NAMES, type SmtpServerSettings } from './smtp-server.ts';
import type { SettingsRequest } from './smtp-server.requests.ts';

/** The settings that have a "none", which null means. */
const MAY_BE_NONE: ReadonlySet<keyof SmtpServerSettings> = new Set([
  'username',
  'maxAttachmentBytes',
  'ehloName',
  'defaultFrom',
  'faxAddressTemplate',
  'messagesPerMinute',
]);

/** The settings of a new server: what was left out takes its default. */
export function withDefaults(
  request: SettingsRequest & Pick<SmtpServerSettings, 'name' | 'hostname'>,
): SmtpServerSettings {
  const { name, hostname } = request;
  const settings = { ...DEFAULT_SETTINGS, ...requestedSettings(request), name, hostname };
  return { ...settings, port: request.port ?? defaultPort(settings.protocol) };
}

/** The settings that a request names, without those that it sets to a null they cannot be. */
export function requestedSettings(request: SettingsRequest): Partial<SmtpServerSettings> {
  const named = SETTING_NAMES.filter(
    (name) => request[name] !== undefined && !isImpossibleNull(request, name),
  );
  return Object.fromEntries(named.map((name) => [name, request[name]]));
}

/**
 * A host that was pasted with its scheme or port (`smtps://host`, `host:2525`) taken apart. A port that is given beside it and says
 * otherwise leaves it whole, to be refused: which of the two was meant nobody knows.
 */
export function withSplitHost<Request extends SettingsRequest>(request: Request): Request {
  const { hostname, port } = request;
  if (!hostname || hasControlCharacter(hostname) || normaliseHostname(hostname) !== null) return request;
  const pasted = parsePastedHost(hostname);
  if (pasted === null || (pasted.port !== null && port && port !== pasted.port)) return request;
  return {
    ...request,
    hostname: pasted.hostname,
    ...(pasted.port !== null && { port: pasted.port }),
    ...(pasted.protocol !== null && { protocol: pasted.protocol }),
  };
}

/** One REQUIRED for each setting that a request sets to null although there is no server without it. */
export function nullProblems(request: SettingsRequest): InputProblem[] {
  return SETTING_NAMES.filter((name) => isImpossibleNull(request, name)).map((name) => ({
    path: name,
    code: 'REQUIRED',
    message: 'Enter a value, or leave the field out to keep the present one.',
  }));
}

function isImpossibleNull(request: SettingsRequest, name: keyof SmtpServerSettings): boolean {
  return request[name] === null && !MAY_BE_NONE.has(name);
}
