import { GraphQLError } from 'graphql';
import { IsNull, LessThan, MoreThan, type DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';

import { invalidField, notFound, type InvalidInput, type NotFound } from '../../refusals/refusal.ts';
import type { TestStep } from '../../smtp/index.ts';
import type { Notifications } from './notifications.ts';
import { isWatchId, watchIdProblems } from './test-progress.ts';
import { TestRunEntity, TestRunStepEntity } from './test-run.entity.ts';

const MINUTE_MS = 60_000;
/** No test takes so long: one that is older and has not ended lost its process. */
const LONGEST_MS = 5 * MINUTE_MS;
const KEPT_MS = 60 * MINUTE_MS;

export const TEST_RUN_CHANNELS = { changed: 'test_run_changed', cancelled: 'test_run_cancelled' } as const;

/** One test under way. */
export interface TestRun {
  signal: AbortSignal;
  tell: (step: TestStep) => void;
  /** Resolves when everything that was told is stored. */
  end: () => Promise<void>;
}

/** Tests under way: how many somebody starts, what they tell, and how they are cancelled. */
export class TestRuns {
  private readonly ports: {
    dataSource: DataSource;
    notifications: Notifications;
    perMinute: number;
    now: () => Date;
  };
  private readonly running = new Map<string, AbortController>();

  constructor(ports: TestRuns['ports']) {
    this.ports = ports;
    ports.notifications.listen(TEST_RUN_CHANNELS.cancelled, (runId) => this.running.get(runId)?.abort());
  }

  /** Throws RATE_LIMITED; whatever the process, one caller is counted once. */
  async begin(callerId: string, watchId: string | null): Promise<TestRun | InvalidInput> {
    const [problem] = watchId === null ? [] : watchIdProblems(watchId);
    if (problem !== undefined) return invalidField(problem.path, problem.code, problem.message);
    const now = this.ports.now();
    const run = { id: newId(), callerId, watchId, startedAt: now, endedAt: null };
    const isTaken = await this.ports.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [RUNS_LOCK, callerId]);
      await manager.delete(TestRunEntity, { startedAt: LessThan(before(now, KEPT_MS)) });
      const lastMinute = { callerId, startedAt: MoreThan(before(now, MINUTE_MS)) };
      if ((await manager.countBy(TestRunEntity, lastMinute)) >= this.ports.perMinute)
        throw tooMany(this.ports.perMinute);
      if (watchId !== null && (await manager.existsBy(TestRunEntity, { callerId, watchId }))) return true;
      await manager.insert(TestRunEntity, run);
      return false;
    });
    if (isTaken)
      return invalidField(
        'watchId',
        'BAD_FORMAT',
        'Make up a new id for each test: this one was used already.',
      );
    return this.started(run.id, watchId !== null);
  }

  /** Asks the process that runs the test to end it. */
  async cancel(callerId: string, watchId: string): Promise<{ watchId: string } | NotFound> {
    const startedAt = MoreThan(before(this.ports.now(), LONGEST_MS));
    if (!isWatchId(watchId)) return notFound(NOT_RUNNING);
    const run = await this.ports.dataSource
      .getRepository(TestRunEntity)
      .findOneBy({ callerId, watchId, startedAt, endedAt: IsNull() });
    if (run === null) return notFound(NOT_RUNNING);
    this.running.get(run.id)?.abort();
    await this.notify(TEST_RUN_CHANNELS.cancelled, run.id);
    return { watchId };
  }

  private started(id: string, isWatched: boolean): TestRun {
    const controller = new AbortController();
    this.running.set(id, controller);
    let number = 0;
    let stored = Promise.resolve();
    return {
      signal: controller.signal,
      tell: (step) => {
        if (!isWatched) return;
        number += 1;
        const row = { runId: id, number, step };
        // In order; a step that cannot be stored costs its watchers a line, and the test nothing.
        stored = stored.then(() => this.store(row)).catch(() => undefined);
      },
      end: async () => {
        this.running.delete(id);
        await stored;
        await this.ports.dataSource
          .getRepository(TestRunEntity)
          .update({ id }, { endedAt: this.ports.now() });
        if (isWatched) await this.notify(TEST_RUN_CHANNELS.changed, id);
      },
    };
  }

  private async store(row: Pick<TestRunStepEntity, 'runId' | 'number' | 'step'>): Promise<void> {
    await this.ports.dataSource.getRepository(TestRunStepEntity).insert(row);
    await this.notify(TEST_RUN_CHANNELS.changed, row.runId);
  }

  private async notify(channel: string, runId: string): Promise<void> {
    await this.ports.dataSource.query('SELECT pg_notify($1, $2)', [channel, runId]);
  }
}

const RUNS_LOCK = 7_003_003;
const NOT_RUNNING = 'No test of yours with this watchId is running: it may have ended.';

function before(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() - milliseconds);
}

function tooMany(perMinute: number): GraphQLError {
  return new GraphQLError(
    `You started ${String(perMinute)} tests within a minute: wait a minute, then test again.`,
    {
      extensions: { code: 'RATE_LIMITED' },
    },
  );
}
