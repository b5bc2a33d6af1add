import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import type { EmailFilter } from '../../generated/graphql.ts';
import { queryTexts } from '../../ui/page-trail.ts';
import { type OutboxTab, isOutboxTab, tabStates } from './outbox-tabs.ts';

/** What can be asked for beside the tab, as the URL names it. '' = anything. Moments are RFC 3339. */
export interface OutboxFilter {
  search: string;
  server: string;
  recipient: string;
  messageId: string;
  idempotencyKey: string;
  since: string;
  until: string;
}
export type OutboxFilterField = keyof OutboxFilter;

/** Which emails someone looks at. The page of them is for usePageTrail. */
export interface OutboxPlace {
  tab: OutboxTab;
  filter: OutboxFilter;
}

export const noFilter: OutboxFilter = {
  search: '',
  server: '',
  recipient: '',
  messageId: '',
  idempotencyKey: '',
  since: '',
  until: '',
};

// Object.keys is typed as string[]; the keys of the object are the fields.
const fields = Object.keys(noFilter) as OutboxFilterField[];

/** Kept in the URL, so that Back, reload and a sent link show the same. What the URL has and nobody understands is left out. */
export function placeOf(query: LocationQuery): OutboxPlace {
  const tab = queryTexts(query['tab'])[0];
  const entries = fields.map((field) => [field, valueOf(field, queryTexts(query[field])[0] ?? '')]);
  return {
    tab: isOutboxTab(tab) ? tab : 'waiting',
    // Every field has an entry, with a text.
    filter: Object.fromEntries(entries) as OutboxFilter,
  };
}

/** Of the first page. */
export function queryOf({ tab, filter }: OutboxPlace): LocationQueryRaw {
  return {
    ...(tab !== 'waiting' && { tab }),
    ...Object.fromEntries(chosenFields(filter).map((field) => [field, filter[field]])),
  };
}

export function chosenFields(filter: OutboxFilter): OutboxFilterField[] {
  return fields.filter((field) => filter[field] !== '');
}

/** The same, as the API takes it. */
export function emailFilter(tab: OutboxTab, filter: OutboxFilter): EmailFilter {
  const states = tabStates(tab);
  const { server, ...others } = filter;
  const asked = Object.entries(others).filter(([, value]) => value !== '');
  return {
    ...(states !== null && { states }),
    ...(server !== '' && { serverId: server }),
    ...Object.fromEntries(asked),
  };
}

/** A moment that the API could not read would make it refuse the whole list. */
function valueOf(field: OutboxFilterField, text: string): string {
  if (field !== 'since' && field !== 'until') return text;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? '' : moment.toISOString();
}
