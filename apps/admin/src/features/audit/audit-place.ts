import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import type { AuditEventFilter } from '../../generated/graphql.ts';
import { queryTexts } from '../../ui/page-trail.ts';

/** What is asked for, as the URL names it, and as the export does. '' = anything. Moments are RFC 3339. */
export interface AuditFilter {
  subject: string;
  action: string;
  actor: string;
  since: string;
  until: string;
}

export const noFilter: AuditFilter = { subject: '', action: '', actor: '', since: '', until: '' };

// Object.keys is typed as string[]; the keys of the object are the fields.
const fields = Object.keys(noFilter) as (keyof AuditFilter)[];

/** Kept in the URL, so that Back, reload and a sent link show the same. A moment that nobody understands is left out. */
export function filterOf(query: LocationQuery): AuditFilter {
  const entries = fields.map((field) => [field, valueOf(field, queryTexts(query[field])[0] ?? '')]);
  // Every field has an entry, with a text.
  return Object.fromEntries(entries) as AuditFilter;
}

export function chosenFields(filter: AuditFilter): (keyof AuditFilter)[] {
  return fields.filter((field) => filter[field] !== '');
}

/** Of the first page. */
export function queryOf(filter: AuditFilter): LocationQueryRaw {
  return chosen(filter);
}

/** As the API takes it; null = everything. */
export function eventFilter(filter: AuditFilter): AuditEventFilter | null {
  return chosenFields(filter).length > 0 ? chosen(filter) : null;
}

/** All of what the filter shows, as a file. */
export function exportPath(form: 'csv' | 'jsonl', filter: AuditFilter): string {
  const query = new URLSearchParams(chosen(filter)).toString();
  return `/audit.${form}${query && `?${query}`}`;
}

function chosen(filter: AuditFilter): Record<string, string> {
  return Object.fromEntries(chosenFields(filter).map((field) => [field, filter[field]]));
}

function valueOf(field: keyof AuditFilter, text: string): string {
  if (field !== 'since' && field !== 'until') return text;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? '' : moment.toISOString();
}
