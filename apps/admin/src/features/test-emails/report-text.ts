import type { TestReportFragment } from '../../generated/graphql.ts';
import { outcomeOf } from './outcome.ts';

type Translate = (key: string, values?: Record<string, unknown>) => string;

/** A report as text for a ticket or a mail to the server's operator. The API keeps secrets out of all its parts. */
export function reportText(
  report: TestReportFragment,
  server: { name: string; hostname: string; port: number },
  t: Translate,
): string {
  const { failure } = report;
  const codes = [failure?.code, failure?.smtpCode, failure?.enhancedCode].filter(Boolean).join(' ');
  const facts = [
    [t('report.plain.server'), `${server.name} (${server.hostname}:${server.port})`],
    [t('report.plain.when'), report.startedAt],
    [t('test.from'), report.from],
    [t('test.to'), report.to],
    [t('test.depth'), t(`test.depths.${report.depth}.label`)],
    [t('report.plain.result'), report.succeeded ? t(`report.outcomes.${outcomeOf(report)}.title`) : codes],
    [t('report.reply'), report.acceptedReply],
    [t('report.plain.failure'), failure?.message],
    [t('report.plain.hint'), failure?.hint],
  ];
  const steps = report.steps.map(({ name, state, durationMs, detail }) =>
    [name, state, durationMs === null ? '' : `${durationMs} ms`, detail ?? ''].filter(Boolean).join('  '),
  );
  return [
    t('report.plain.title'),
    ...facts.filter(([, value]) => value).map(([name, value]) => `${name}: ${value}`),
    '',
    ...steps,
    '',
    ...report.transcript,
  ]
    .join('\n')
    .trimEnd();
}
