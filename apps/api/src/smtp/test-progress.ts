import type { Clock } from './clock.ts';
import { stepsInOrder, TestStepState, type SmtpStep, type TestStep } from './smtp-step.ts';

/** Where an attempt stands, for whoever watches it. */
export interface Progress {
  begin(step: SmtpStep): void;
  pass(step: SmtpStep, detail: string | null): void;
  warn(step: SmtpStep, detail: string): void;
  skip(step: SmtpStep, reason: string): void;
}

/** A delivery is not watched. */
export const unwatched: Progress = {
  begin: () => undefined,
  pass: () => undefined,
  warn: () => undefined,
  skip: () => undefined,
};

/** The steps of a test, told as they happen. A step that begins again, on a second connection, replaces the first one. */
export class TestProgress implements Progress {
  readonly #steps = new Map<SmtpStep, TestStep>();
  readonly #begunAt = new Map<SmtpStep, number>();
  readonly #clock: Clock;
  readonly #tell: (step: TestStep) => void;

  constructor(clock: Clock, tell: (step: TestStep) => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  begin(name: SmtpStep): void {
    this.#begunAt.set(name, this.#clock.monotonicMs());
    this.#set({ name, state: TestStepState.RUNNING, durationMs: null, detail: null });
  }

  pass(name: SmtpStep, detail: string | null): void {
    this.#set({ name, state: TestStepState.PASSED, durationMs: this.#lasted(name), detail });
  }

  warn(name: SmtpStep, detail: string): void {
    this.#set({ name, state: TestStepState.WARNED, durationMs: this.#lasted(name), detail });
  }

  skip(name: SmtpStep, reason: string): void {
    this.#set({ name, state: TestStepState.SKIPPED, durationMs: null, detail: reason });
  }

  fail(name: SmtpStep, detail: string): void {
    this.#set({ name, state: TestStepState.FAILED, durationMs: this.#lasted(name), detail });
  }

  /** Every step in order; the ones that were not reached, or not ended, are told as skipped. */
  finish(reason: string): TestStep[] {
    for (const name of stepsInOrder) {
      const state = this.#steps.get(name)?.state ?? TestStepState.RUNNING;
      if (state === TestStepState.RUNNING) this.skip(name, reason);
    }
    return stepsInOrder.flatMap((name) => this.#steps.get(name) ?? []);
  }

  #lasted(name: SmtpStep): number | null {
    const begunAt = this.#begunAt.get(name);
    return begunAt === undefined ? null : Math.round(this.#clock.monotonicMs() - begunAt);
  }

  #set(step: TestStep): void {
    this.#steps.set(step.name, step);
    this.#tell(step);
  }
}
