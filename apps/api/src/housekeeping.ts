import type { Logger } from 'pino';

const HOUR_MS = 3_600_000;

/** What is done once an hour and hurries nobody. A chore that fails is told, and tried again an hour later. */
export class Housekeeping {
  readonly #log: Logger;
  readonly #chores: Readonly<Record<string, () => Promise<void>>>;
  #timer: NodeJS.Timeout | null = null;
  #underWay: Promise<void> = Promise.resolve();

  constructor(log: Logger, chores: Readonly<Record<string, () => Promise<void>>>) {
    this.#log = log;
    this.#chores = chores;
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#underWay = this.#underWay.then(() => this.#run());
    }, HOUR_MS);
    this.#underWay = this.#run();
  }

  /** Resolves when the chore under way has ended. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#underWay;
  }

  async #run(): Promise<void> {
    for (const [name, chore] of Object.entries(this.#chores)) {
      await chore().catch((error: unknown) => {
        this.#log.warn({ event: 'housekeeping.failed', chore: name, err: error });
      });
    }
  }
}
