import { CombinedError } from '@urql/vue';
import {
  CancelEmailDocument,
  CancelEmailsDocument,
  EmailCountDocument,
  type EmailFilter,
  EmailIdsDocument,
  type EmailIdsQuery,
  RetriedEmailsDocument,
  RetryEmailDocument,
  RetryEmailsDocument,
} from '../../generated/graphql.ts';
import { answerOf } from '../../ui/request-failure.ts';
import { actFilter, concerned, doneOf, failedFilter, underWayFilter } from './bulk-acts.ts';
import type { BulkRefusal, RunningBulk } from './bulk-order.ts';

/** Between two looks at how far it is. */
const LOOK_MS = 1_000;

const fresh = { requestPolicy: 'network-only' } as const;
/** Their answers are numbers: the cache could not tell which lists they concern. */
const concernsEmails = { additionalTypenames: ['Email', 'SmtpServer'] };

/** One request for each email, one after the other. */
export async function eachChosen(running: RunningBulk): Promise<void> {
  const { now, tell, isStopped } = running;
  try {
    for await (const id of idsOf(running)) {
      if (isStopped()) return tell({ phase: 'STOPPED' });
      const refusal = await actOn(running, id);
      const { done, changed, refusals } = now();
      tell(
        refusal
          ? { done: (done ?? 0) + 1, refusals: [...refusals, refusal] }
          : { done: (done ?? 0) + 1, changed: changed + 1 },
      );
    }
    tell({ phase: 'ENDED' });
  } catch (error) {
    if (!(error instanceof CombinedError)) throw error;
    tell({ phase: 'BROKEN_OFF', error });
  }
}

async function* idsOf({ client, order }: RunningBulk): AsyncGenerator<string> {
  const { act, scope, withUncertain } = order;
  if ('emails' in scope) {
    for (const { id } of concerned(act, scope.emails, withUncertain)) yield id;
    return;
  }
  const filter = actFilter(act, scope.filter, withUncertain);
  let after: string | null = null;
  do {
    const page: EmailIdsQuery = answerOf(
      await client.query(EmailIdsDocument, { filter, after }, fresh).toPromise(),
    );
    for (const { id } of page.emails.nodes) yield id;
    after = page.emails.pageInfo.hasNextPage ? page.emails.pageInfo.endCursor : null;
  } while (after !== null);
}

/** null = done. Throws when there is no answer: the others would get none either. */
async function actOn({ client, order }: RunningBulk, id: string): Promise<BulkRefusal | null> {
  const server = order.server && { id: order.server.id };
  const result =
    order.act === 'CANCEL'
      ? answerOf(await client.mutation(CancelEmailDocument, { id }).toPromise()).cancelEmail
      : answerOf(await client.mutation(RetryEmailDocument, { id, server }).toPromise()).retryEmail;
  return result.__typename === 'Email' ? null : result;
}

/** One request; how far it is shows in how many there still are to cancel. */
export async function cancelMatching({ client, order, now, tell }: RunningBulk): Promise<void> {
  if (!('filter' in order.scope)) return;
  const filter = actFilter('CANCEL', order.scope.filter, false);
  let isUnderWay = true;
  const looking = lookAgain(
    () => isUnderWay,
    async () => {
      const { data } = await client.query(EmailCountDocument, { filter }, fresh).toPromise();
      if (data && isUnderWay) tell({ done: doneOf({ ...now(), others: 0 }, data.emails.totalCount) });
    },
  );
  const { data, error } = await client.mutation(CancelEmailsDocument, { filter }, concernsEmails).toPromise();
  isUnderWay = false;
  if (data) tell({ phase: 'ENDED', ...ended(data.cancelEmails.changed) });
  else tell({ phase: 'BROKEN_OFF', error: error ?? null });
  await looking;
}

/** One request, and then watches how many of the emails have had their turn. */
export async function retryMatching({ client, order, now, tell, isStopped }: RunningBulk): Promise<void> {
  if (!('filter' in order.scope)) return;
  const { filter, isWithFailed } = order.scope;
  const count = (asked: EmailFilter) =>
    client.query(EmailCountDocument, { filter: asked }, fresh).toPromise();
  const before = await count(underWayFilter(filter));
  const others = before.data?.emails.totalCount ?? 0;
  const { data, error } = await client
    .mutation(
      RetryEmailsDocument,
      { filter: actFilter('RETRY', filter, order.withUncertain) },
      concernsEmails,
    )
    .toPromise();
  if (!data) return tell({ phase: 'BROKEN_OFF', error: error ?? null });

  const total = data.retryEmails.changed;
  tell({ phase: 'TRYING', total, changed: total });
  const filters = { underWay: underWayFilter(filter), failed: failedFilter(filter) };
  await lookAgain(
    () => now().phase === 'TRYING',
    async () => {
      if (isStopped()) return tell({ phase: 'STOPPED' });
      const { data: seen } = await client.query(RetriedEmailsDocument, filters, fresh).toPromise();
      if (!seen) return;
      const done = doneOf({ ...now(), others }, seen.underWay.totalCount);
      const failed = seen.failed.totalCount;
      tell({
        done,
        ...(isWithFailed && { failed: failed === null ? null : Math.max(0, failed - order.failedLeft) }),
        ...(done === total && { phase: 'ENDED' }),
      });
    },
  );
}

function ended(changed: number) {
  return { total: changed, done: changed, changed };
}

/** Looks again and again, while somebody can see it, until there is no need any more. */
async function lookAgain(isNeeded: () => boolean, look: () => Promise<void>): Promise<void> {
  while (isNeeded()) {
    await visible();
    await look();
    if (isNeeded()) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

function visible(): Promise<void> {
  if (document.visibilityState === 'visible') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('visibilitychange', () => resolve(), { once: true });
  });
}
