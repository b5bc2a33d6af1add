import { expect, it } from 'vitest';
import type { TestReportFragment } from '../../generated/graphql.ts';
import { reportText } from './report-text.ts';

const refused: TestReportFragment = {
  id: '1',
  succeeded: false,
  depth: 'SEND',
  steps: [
    { name: 'DNS', state: 'PASSED', durationMs: 3, detail: '192.0.2.25' },
    { name: 'AUTH', state: 'FAILED', durationMs: 41, detail: '535 5.7.8 no' },
    { name: 'MAIL', state: 'SKIPPED', durationMs: null, detail: null },
  ],
  failure: {
    step: 'AUTH',
    code: 'AUTH_REFUSED',
    smtpCode: 535,
    enhancedCode: '5.7.8',
    message: 'The server refused the password.',
    hint: null,
    retryable: false,
    fix: null,
  },
  tls: null,
  downgraded: false,
  acceptedReply: null,
  transcript: ['S: 220 hi', 'C: AUTH PLAIN (replaced)'],
  from: 'a@example.org',
  to: 'b@example.org',
  revision: 4,
  by: 'alice@example.org',
  startedAt: '2026-11-03T09:12:00Z',
  durationMs: 44,
};

it('writes a report that can be pasted into a ticket', () => {
  const text = reportText(
    refused,
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
