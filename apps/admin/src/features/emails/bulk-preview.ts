import type { Client } from '@urql/vue';
import {
  CancelPreviewDocument,
  type EmailFilter,
  NewestEmailDocument,
  RetryPreviewDocument,
} from '../../generated/graphql.ts';
import { answerOf } from '../../ui/request-failure.ts';
import { type BulkAct, type BulkPreview, frozenAt, previewFilters } from './bulk-acts.ts';

export interface FilterPreview {
  counts: BulkPreview;
  /** What was counted, and is to be acted on. */
  filter: EmailFilter;
}

const nothing: BulkPreview = { matched: 0, changed: 0, uncertain: 0, held: 0 };

/** Asks the API what an act on all emails of a filter would do. Nothing is changed. Throws a CombinedError. */
export async function previewMatching(
  client: Client,
  act: BulkAct,
  filter: EmailFilter,
): Promise<FilterPreview> {
  const newest = await client
    .query(NewestEmailDocument, { filter }, { requestPolicy: 'network-only' })
    .toPromise();
  const [email] = answerOf(newest).emails.nodes;
  if (!email) return { counts: nothing, filter };

  const frozen = frozenAt(filter, email.createdAt);
  const filters = { filter: frozen, ...previewFilters(act, frozen) };
  if (act === 'CANCEL') {
    const { all, changed } = answerOf(await client.mutation(CancelPreviewDocument, filters).toPromise());
    return { counts: { ...nothing, matched: all.matched, changed: changed.changed }, filter: frozen };
  }
  const seen = answerOf(await client.mutation(RetryPreviewDocument, filters).toPromise());
  return {
    counts: {
      matched: seen.all.matched,
      changed: seen.changed.changed,
      uncertain: seen.uncertain.changed,
      held: seen.held.changed,
    },
    filter: frozen,
  };
}
