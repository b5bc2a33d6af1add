import { expect, it } from 'vitest';
import { reportText } from './report-text.ts';
import { aReport } from './testing-reports.ts';

it('writes a report that can be pasted into a ticket', () => {
  const text = reportText(
    aReport(),
    { name: 'Main relay', hostname: 'smtp.example.org', port: 587 },
    (key) => key,
  );
  expect(text).toBe(
    [
      'report.plain.title',
      'report.plain.server: Main relay (smtp.example.org:587)',
      'report.plain.when: 2026-11-03T09:12:00Z',
      'test.from: a@example.org',
      'test.to: b@example.org',
      'test.depth: test.depths.SEND.label',
      'report.plain.result: AUTH_REFUSED 535 5.7.8',
      'report.plain.failure: The server refused the password.',
      '',
      'DNS  PASSED  3 ms  192.0.2.25',
      'AUTH  FAILED  41 ms  535 5.7.8 no',
      'MAIL  SKIPPED',
      '',
      'S: 220 hi',
      'C: AUTH PLAIN (replaced)',
    ].join('\n'),
  );
});
