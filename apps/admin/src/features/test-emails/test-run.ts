import { type Client, type CombinedError, useClientHandle } from '@urql/vue';
import { tryOnScopeDispose, useEventListener } from '@vueuse/core';
import { type ShallowRef, shallowReadonly, shallowRef } from 'vue';
import {
  CancelTestEmailDocument,
  SendTestEmailDocument,
  type SendTestEmailInput,
  TestEmailProgressDocument,
  type TestReportFragment,
  type TestStepFragment,
} from '../../generated/graphql.ts';
import type { Problem } from '../../ui/form-problems.ts';
import { type RequestFailure, errorCode } from '../../ui/request-failure.ts';
import { type ShownStep, waitingSteps, withStep } from './test-steps.ts';

export type TestRunState =
  | { name: 'NONE' }
  | { name: 'RUNNING'; watchId: string; steps: readonly ShownStep[]; isCancelling: boolean }
  | { name: 'REPORTED'; report: TestReportFragment }
  /** Not even begun: the API refused, in a sentence of its own or with a code that the panel has words for. */
  | { name: 'REFUSED'; reason: { code: string; message: string } | { code: RequestFailure } };

export interface TestRun {
  readonly state: Readonly<ShallowRef<TestRunState>>;
  /** Runs one test to its end. What is wrong with the input comes back, and there was no test then. */
  start(input: SendTestEmailInput): Promise<readonly Problem[]>;
  /** Nothing is shown of the last test any more. */
  forget(): void;
  /** The report then says CANCELLED. */
  cancel(): Promise<void>;
}

/** A test and its steps as they happen. Leaving the page ends the watching, never the test. */
export function useTestRun(): TestRun {
  const { client } = useClientHandle();
  const state = shallowRef<TestRunState>({ name: 'NONE' });

  function change(watchId: string, to: { steps: readonly ShownStep[] } | { isCancelling: boolean }) {
    if (state.value.name === 'RUNNING' && state.value.watchId === watchId)
      state.value = { ...state.value, ...to };
  }
  const watching = useStepWatch(client, (watchId, step) => {
    if (state.value.name === 'RUNNING') change(watchId, { steps: withStep(state.value.steps, step) });
  });

  return {
    state: shallowReadonly(state),
    async start(input) {
      const watchId = newWatchId();
      state.value = { name: 'RUNNING', watchId, steps: waitingSteps(), isCancelling: false };
      watching.begin(watchId);
      const { data, error } = await client
        .mutation(SendTestEmailDocument, { input: { ...input, watchId } })
        .toPromise();
      watching.end();
      const result = data?.sendTestEmail;
      if (result?.__typename === 'TestReport') state.value = { name: 'REPORTED', report: result };
      else if (result?.__typename === 'InvalidInput') state.value = { name: 'NONE' };
      else state.value = { name: 'REFUSED', reason: result ?? refusal(error) };
      return result?.__typename === 'InvalidInput' ? result.problems : [];
    },
    forget() {
      if (state.value.name !== 'RUNNING') state.value = { name: 'NONE' };
    },
    async cancel() {
      if (state.value.name !== 'RUNNING') return;
      const { watchId } = state.value;
      change(watchId, { isCancelling: true });
      const { data } = await client.mutation(CancelTestEmailDocument, { watchId }).toPromise();
      // Not begun yet, or the API was not reached: it can be asked again.
      if (data?.cancelTestEmail.__typename !== 'CancelledTestEmail') change(watchId, { isCancelling: false });
    },
  };
}

function refusal(error: CombinedError | undefined): { code: RequestFailure } {
  return { code: error ? errorCode(error) : 'UNKNOWN' };
}

/**
 * The stream of a test's steps. It is closed while the page is hidden, because a browser keeps only six connections to a
 * host over HTTP/1.1, and told again from the first step when it is opened again. A stream that fails is no loss: the
 * report has every step.
 */
function useStepWatch(client: Client, tell: (watchId: string, step: TestStepFragment) => void) {
  let watched: string | null = null;
  let stop: (() => void) | null = null;

  function close() {
    stop?.();
    stop = null;
  }
  function follow() {
    close();
    if (watched === null || document.hidden) return;
    const watchId = watched;
    const subscription = client.subscription(TestEmailProgressDocument, { watchId }).subscribe(({ data }) => {
      if (data) tell(watchId, data.testEmailProgress);
    });
    stop = () => subscription.unsubscribe();
  }
  function end() {
    watched = null;
    close();
  }
  useEventListener(document, 'visibilitychange', follow);
  tryOnScopeDispose(end);

  return {
    begin(watchId: string) {
      watched = watchId;
      follow();
    },
    end,
  };
}

/** crypto.randomUUID is missing where the panel is served over plain http from another machine. */
function newWatchId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
