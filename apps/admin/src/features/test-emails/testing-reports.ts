import type { TestReportFragment } from '../../generated/graphql.ts';

/** A report for tests, with one meaningful override. */
export function aReport(override: Partial<TestReportFragment> = {}): TestReportFragment {
  return {
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
    ...override,
  };
}
