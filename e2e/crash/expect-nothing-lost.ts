import { expect } from 'vitest';
import type { CrashOptions, CrashReport } from './crash-run.ts';

/** Emails that are at the dot when a process dies: one for each connection, of both workers where PostgreSQL or the service goes. */
export function expectNothingLost(report: CrashReport, options: CrashOptions): void {
  const { acknowledged, emails, accepted, killed } = report;
  const byId = new Map(emails.map((email) => [email.id, email]));
  const times = (messageId: string) => accepted.get(messageId) ?? 0;
  const kills = Object.values(killed).reduce((sum, count) => sum + count, 0);

  const lost = acknowledged.filter(({ id }) => !byId.has(id));
  expect(lost, 'acknowledged, and not in the database').toEqual([]);
  expect(emails.length, 'as many emails as were acknowledged').toBe(acknowledged.length);
  const ended = new Set(emails.map(({ state }) => state));
  expect([...ended].filter((state) => state !== 'ACCEPTED' && state !== 'UNCERTAIN')).toEqual([]);

  const unsent = emails.filter(({ state, messageId }) => state === 'ACCEPTED' && times(messageId) === 0);
  expect(unsent, 'accepted by our account alone').toEqual([]);
  const known = new Set(emails.map(({ messageId }) => messageId));
  expect(
    [...accepted.keys()].filter((messageId) => !known.has(messageId)),
    'sent, and never accepted by us',
  ).toEqual([]);

  const duplicates = emails.filter(({ messageId }) => times(messageId) > 1);
  expect(
    duplicates.filter(({ possibleDuplicate }) => !possibleDuplicate),
    'sent twice, and not marked',
  ).toEqual([]);
  if (!options.retryUncertain) expect(duplicates, 'sent twice although nobody wanted it').toEqual([]);

  const doubtful = emails.filter(
    ({ state, possibleDuplicate }) => state === 'UNCERTAIN' || possibleDuplicate,
  );
  expect(doubtful.length, 'no more in doubt than were at their dot').toBeLessThanOrEqual(
    kills * options.maxConnections,
  );
}

export function summary({
  killed,
  seconds,
  unanswered,
  acknowledged,
  emails,
  accepted,
}: CrashReport): string {
  const count = (test: (email: CrashReport['emails'][number]) => boolean) => emails.filter(test).length;
  const duplicates = [...accepted.values()].filter((times) => times > 1);
  return [
    `${seconds} s; killed: ${Object.entries(killed)
      .map(([victim, times]) => `${victim} ${times}`)
      .join(', ')}`,
    `${acknowledged.length} acknowledged, ${emails.length} in the database, ${accepted.size} at the receiving server`,
    `${unanswered} requests without an answer, all sent again with the same keys`,
    `${count(({ state }) => state === 'ACCEPTED')} ACCEPTED, ${count(({ state }) => state === 'UNCERTAIN')} UNCERTAIN, ` +
      `${count(({ possibleDuplicate }) => possibleDuplicate)} possibleDuplicate`,
    `${duplicates.length} arrived more than once (at most ${Math.max(1, ...duplicates)} times)`,
  ].join('\n');
}
