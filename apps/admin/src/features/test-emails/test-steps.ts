import type { SmtpStep, TestStepFragment, TestStepState } from '../../generated/graphql.ts';

/** The steps of a test, known before it begins. */
export const stepsInOrder = [
  'DNS',
  'CONNECT',
  'TLS',
  'GREETING',
  'EHLO',
  'STARTTLS',
  'AUTH',
  'MAIL',
  'RCPT',
  'DATA',
] as const satisfies readonly SmtpStep[];

export interface ShownStep {
  name: SmtpStep;
  state: TestStepState | 'WAITING';
  durationMs: number | null;
  detail: string | null;
}

export function waitingSteps(): ShownStep[] {
  return stepsInOrder.map((name) => ({ name, state: 'WAITING', durationMs: null, detail: null }));
}

/** A step takes the place of its name: the stream tells it again when it changes, and all of them when it is opened again. */
export function withStep(steps: readonly ShownStep[], told: TestStepFragment): ShownStep[] {
  return steps.map((step) => (step.name === told.name ? told : step));
}

/** The step that a running test has come to; null while none has begun. */
export function reachedStep(steps: readonly ShownStep[]): ShownStep | null {
  return steps.findLast(({ state }) => state !== 'WAITING' && state !== 'SKIPPED') ?? null;
}
