import { MoreThan, type DataSource } from 'typeorm';

import type { TestStep } from '../../smtp/index.ts';
import type { Notifications } from './notifications.ts';
import { TestRunEntity, TestRunStepEntity } from './test-run.entity.ts';
import { isWatchId, type TestWatch } from './test-progress.ts';
import { TEST_RUN_CHANNELS } from './test-runs.service.ts';

/** A notification may be lost: so often the tables are looked at all the same. */
const POLL_MS = 1_000;
/** A watcher that came first waits so long for its test to begin, and one whose test lost its process no longer than that. */
const PATIENCE_MS = 5 * 60_000;

/** The steps of a test as they happen, for whoever watches it, in whichever process it runs. */
export class TestProgressFeed {
  private readonly dataSource: DataSource;
  private readonly notifications: Notifications;

  constructor(dataSource: DataSource, notifications: Notifications) {
    this.dataSource = dataSource;
    this.notifications = notifications;
  }

  /** From the first step on, whenever it is asked; ends when the test has. Leaving it cancels nothing. */
  async *watch({ callerId, watchId }: TestWatch): AsyncGenerator<TestStep> {
    if (!isWatchId(watchId)) return;
    const news = new News(this.notifications);
    const deadline = performance.now() + PATIENCE_MS;
    let told = 0;
    try {
      while (performance.now() < deadline) {
        const run = await this.dataSource.getRepository(TestRunEntity).findOneBy({ callerId, watchId });
        const steps = run === null ? [] : await this.stepsAfter(run.id, told);
        for (const { number, step } of steps) {
          told = number;
          yield step;
        }
        if (run?.endedAt && steps.length === 0) return;
        if (steps.length === 0) await news.next();
      }
    } finally {
      news.stop();
    }
  }

  private async stepsAfter(runId: string, told: number): Promise<TestRunStepEntity[]> {
    return this.dataSource
      .getRepository(TestRunStepEntity)
      .find({ where: { runId, number: MoreThan(told) }, order: { number: 'ASC' } });
  }
}

/** Wakes whoever waits; what came while nobody waited counts for the next one. */
class News {
  private hasCome = false;
  private wake: (() => void) | null = null;
  readonly stop: () => void;

  constructor(notifications: Notifications) {
    this.stop = notifications.listen(TEST_RUN_CHANNELS.changed, () => {
      this.hasCome = true;
      this.wake?.();
    });
  }

  async next(): Promise<void> {
    if (!this.hasCome) {
      await new Promise<void>((resolve) => {
        const poll = setTimeout(resolve, POLL_MS);
        this.wake = () => {
          clearTimeout(poll);
          resolve();
        };
      });
    }
    this.hasCome = false;
    this.wake = null;
  }
}
