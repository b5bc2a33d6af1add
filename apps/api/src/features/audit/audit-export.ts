import { stringify } from 'csv-stringify';
import { Readable } from 'node:stream';
import type { AuditEvent } from './audit-event.ts';

/** One line an event, as JSON (https://jsonlines.org). */
export async function* jsonLines(events: AsyncIterable<AuditEvent>): AsyncGenerator<string> {
  for await (const event of events) {
    yield `${JSON.stringify({ ...event, at: event.at.toISOString() })}\n`;
  }
}

/**
 * One row for each field that changed, and one for an event without any (RFC 4180, with a head). What a spreadsheet would take for a
 * formula is made text: names and addresses are chosen by people.
 */
export function csv(events: AsyncIterable<AuditEvent>): AsyncIterable<string> {
  const columns = ['id', 'at', 'actor', 'from', 'action', 'subject', 'field', 'before', 'after'];
  const rows = Readable.from(rowsOf(events));
  const text = stringify({ header: true, columns, record_delimiter: '\r\n', escape_formulas: true });
  rows.on('error', (error) => text.destroy(error));
  return rows.pipe(text);
}

async function* rowsOf(events: AsyncIterable<AuditEvent>): AsyncGenerator<Record<string, string | null>> {
  for await (const { changes, at, ...event } of events) {
    const facts = { ...event, at: at.toISOString() };
    if (changes.length === 0) yield facts;
    for (const change of changes) yield { ...facts, ...change };
  }
}
