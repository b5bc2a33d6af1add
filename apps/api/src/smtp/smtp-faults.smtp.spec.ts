import { readFileSync } from 'node:fs';
import { describe, expect, it, type TestContext } from 'vitest';
import {
  aMail,
  credentials,
  deliver,
  smtpSettings,
  spellingsFoundIn,
  test,
  USERNAME,
} from '../../testing/smtp-fixtures.ts';
import { faultyServers, type FaultyServer } from '../../testing/faulty-servers.ts';
import { EmailOutcome, type SmtpSettings, type SmtpFailureCode, type SmtpStep } from './index.ts';

interface FaultRow {
  id: string;
  server: string;
  settings: Pick<SmtpSettings, 'startTls' | 'protocol'> & { credentials?: boolean; username?: boolean };
  test: { succeeded?: true; step?: SmtpStep; code?: SmtpFailureCode; warns?: SmtpStep[] } | null;
  email: EmailOutcome;
  failure?: { step: SmtpStep; code: SmtpFailureCode };
}

const path = new URL('../../testing/vectors/smtp-faults.json', import.meta.url);
const { faults } = JSON.parse(readFileSync(path, 'utf8')) as { faults: FaultRow[] };

function settingsOf(row: FaultRow, port: number): SmtpSettings {
  const { credentials: both, username: nameAlone, ...set } = row.settings;
  return smtpSettings({
    ...set,
    port,
    username: nameAlone === true ? USERNAME : null,
    ...(both === true ? credentials : {}),
  });
}

async function started(row: FaultRow, offers: readonly string[], { onTestFinished }: TestContext) {
  const start = faultyServers[row.id];
  if (start === undefined) throw new Error(`${row.id} has no server in testing/faulty-servers.ts`);
  const faulty = await start({ offers });
  onTestFinished(() => faulty.server.close());
  return faulty;
}

/** What holds for every row, whatever the server does. */
async function wireIsClean({ server, readsNoMore }: FaultyServer, settings: SmtpSettings, told: unknown) {
  if (readsNoMore !== true) await server.emptied();
  const clear = server.clear.toString('latin1');
  expect(spellingsFoundIn(clear), 'password in clear').toEqual([]);
  expect(spellingsFoundIn(JSON.stringify(told)), 'password in the report').toEqual([]);
  expect(JSON.stringify(told)).not.toContain('SSH-2.0');
  if (settings.startTls === 'DISABLED') expect(server.commands).not.toContain('STARTTLS');
  if (settings.startTls === 'ENABLED_AND_REQUIRED') expect(clear).not.toMatch(/MAIL FROM|RCPT TO|AUTH /);
}

/** One reply after the other, and all that may go out ahead of its reply in one write (RFC 2920): the same outcomes. */
const forms = [
  { form: 'one command at a time', offers: [] },
  { form: 'with PIPELINING', offers: ['PIPELINING'] },
];

const outcomes = [EmailOutcome.UNCERTAIN, EmailOutcome.HELD, EmailOutcome.DEFERRED, EmailOutcome.ACCEPTED];

describe.concurrent.each(forms)('$form, a test email tells the truth about a server that', ({ offers }) => {
  for (const row of faults) {
    const expected = row.test;
    if (expected === null) continue;
    const verdict = expected.code === undefined ? 'success' : `${expected.code} at ${String(expected.step)}`;
    it(`${row.id} ${row.server} (${JSON.stringify(row.settings)}): ${verdict}`, async (context) => {
      const faulty = await started(row, offers, context);
      const settings = settingsOf(row, faulty.server.port);
      const outcome = await test(settings, aMail(faulty.mail));

      const warned = outcome.steps.filter(({ state }) => state === 'WARNED').map(({ name }) => name);
      const failed = outcome.steps.filter(({ state }) => state === 'FAILED').map(({ name }) => name);
      expect({
        succeeded: outcome.succeeded,
        code: outcome.failure?.code,
        step: outcome.failure?.step,
        warned,
      }).toEqual({
        succeeded: expected.succeeded ?? false,
        code: expected.code,
        step: expected.step,
        warned: expected.warns ?? [],
      });
      expect(failed).toEqual(expected.step === undefined ? [] : [expected.step]);
      expect(outcome.failure?.retryable ?? false).toBe(
        row.email === EmailOutcome.DEFERRED && !outcome.succeeded,
      );
      await wireIsClean(faulty, settings, outcome);
      await faulty.proves?.(outcome, faulty.server);
    });
  }
});

describe.concurrent.each(forms)('$form, a queued email becomes', ({ offers }) => {
  for (const row of faults) {
    it(`${row.email} by ${row.id} ${row.server} (${JSON.stringify(row.settings)})`, async (context) => {
      const faulty = await started(row, offers, context);
      const settings = settingsOf(row, faulty.server.port);
      const mail = { ...aMail(faulty.mail), to: faulty.recipients ?? [aMail(faulty.mail).to] };
      const delivery = await deliver(settings, mail, { limits: { afterDotMs: 500 } });

      const met = new Set([delivery.failure?.email, ...delivery.recipients.map(({ outcome }) => outcome)]);
      expect(outcomes.find((outcome) => met.has(outcome)) ?? EmailOutcome.FAILED).toBe(row.email);
      const code = row.failure ?? (row.test?.code === undefined ? undefined : row.test);
      if (code !== undefined) expect(delivery.failure).toMatchObject({ step: code.step, code: code.code });
      await wireIsClean(faulty, settings, delivery);
      await faulty.provesDelivery?.(delivery, faulty.server);
    });
  }
});
