import type { InputProblem } from '../../refusals/refusal.ts';
import type { SmtpSettings } from '../../smtp/index.ts';
import { connectionSettings, sameDestination, ServerKind, type SmtpServer } from './smtp-server.ts';
import type { SmtpServerDraft } from './smtp-server.requests.ts';
import { normaliseSettings, passwordProblems, settingsProblems } from './smtp-server.rules.ts';
import { nullProblems, requestedSettings, withDefaults, withSplitHost } from './requested-settings.ts';

/** What a test is to try: saved settings, or a draft. */
export interface TestSubject {
  /** null = a draft that lies over no saved server. */
  name: string | null;
  kind: ServerKind;
  mimeAddressStrict: boolean;
  faxAddressTemplate: string | null;
  connection: SmtpSettings;
}

export interface SavedServer {
  server: SmtpServer;
  password: string | null;
}

export function savedSubject({ server, password }: SavedServer): TestSubject {
  return { ...server, connection: connectionSettings(server, password) };
}

/**
 * A draft laid over a saved server, or alone over the defaults. The stored password goes along only where the destination is the saved
 * one; where it differs, the draft's own password is what there is, or none: else a test would carry it to any host that is typed in.
 */
export function draftSubject(
  request: SmtpServerDraft,
  saved: SavedServer | null,
): TestSubject | InputProblem[] {
  const draft = withSplitHost(request);
  const kind = draft.kind ?? saved?.server.kind ?? ServerKind.SMTP;
  const base = saved?.server ?? withDefaults({ ...draft, name: 'draft', hostname: draft.hostname ?? '' });
  const settings = normaliseSettings({ ...base, ...requestedSettings(draft) });
  const stays = saved !== null && sameDestination(saved.server, settings);
  const password = draft.password !== undefined ? draft.password : stays ? saved.password : null;
  const problems = [
    ...nullProblems(draft).filter(({ path }) => path !== 'port' || saved !== null),
    ...settingsProblems(settings, kind),
    ...(draft.password === undefined ? [] : passwordProblems(password, settings.username)),
  ];
  if (problems.length > 0) return problems.map((problem) => ({ ...problem, path: `draft.${problem.path}` }));
  return {
    name: saved?.server.name ?? null,
    kind,
    mimeAddressStrict: settings.mimeAddressStrict,
    faxAddressTemplate: settings.faxAddressTemplate,
    connection: connectionSettings(settings, password),
  };
}
