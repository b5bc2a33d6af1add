import { validate as isUuid } from 'uuid';
import type { InputProblem } from '../../refusals/refusal.ts';
import { textProblems } from '../../refusals/text-problem.ts';
import type { CreateApiToken } from './access.requests.ts';
import { allowedSender } from './caller-limits.ts';

const MOST_ENTRIES = 100;

export function apiTokenProblems(input: CreateApiToken, now: Date): InputProblem[] {
  return [
    ...nameProblems(input.name.trim()),
    ...scopeProblems(input.scopes),
    ...serverProblems(input.serverIds ?? null),
    ...senderProblems(input.allowedFrom ?? null),
    ...expiryProblems(input.expiresAt ?? null, now),
  ];
}

/** With an @ it could pass for a user in the audit log. */
function nameProblems(name: string): InputProblem[] {
  if (name.normalize('NFKC').includes('@')) {
    const message = 'Choose a name without @: in the audit log it must not be taken for a user.';
    return [{ path: 'name', code: 'BAD_FORMAT', message }];
  }
  return textProblems('name', name, { longest: 100, whenEmpty: 'Enter a name, such as the application.' });
}

function scopeProblems(scopes: readonly string[]): InputProblem[] {
  if (scopes.length > 0) return [];
  return [{ path: 'scopes', code: 'REQUIRED', message: 'Choose what the token may do: at least one scope.' }];
}

function serverProblems(ids: readonly string[] | null): InputProblem[] {
  if (ids === null) return [];
  if (ids.length === 0) {
    const message = 'Name at least one server, or leave the servers out to allow every one.';
    return [{ path: 'serverIds', code: 'SERVERS_REQUIRED', message }];
  }
  if (ids.length > MOST_ENTRIES) return [tooMany('serverIds')];
  return ids.flatMap((id, index) =>
    isUuid(id)
      ? []
      : [{ path: `serverIds[${index}]`, code: 'BAD_FORMAT' as const, message: 'This is no id of a server.' }],
  );
}

function senderProblems(senders: readonly string[] | null): InputProblem[] {
  if (senders === null) return [];
  if (senders.length === 0) {
    const message = 'Name at least one address or @domain, or leave the senders out to allow any.';
    return [{ path: 'allowedFrom', code: 'REQUIRED', message }];
  }
  if (senders.length > MOST_ENTRIES) return [tooMany('allowedFrom')];
  const message = 'Enter an address such as crm@example.org, or a domain such as @example.org.';
  return senders.flatMap((sender, index) =>
    allowedSender(sender) === null
      ? [{ path: `allowedFrom[${index}]`, code: 'ADDRESS_NOT_VALID' as const, message }]
      : [],
  );
}

function expiryProblems(expiresAt: Date | null, now: Date): InputProblem[] {
  if (expiresAt === null || expiresAt > now) return [];
  return [{ path: 'expiresAt', code: 'OUT_OF_RANGE', message: 'Choose a time that is still to come.' }];
}

function tooMany(path: string): InputProblem {
  return { path, code: 'TOO_MANY', message: `Name at most ${String(MOST_ENTRIES)}.` };
}
