interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (reason: unknown) => void;
}

/**
 * Items that come while a batch is being written go together into the next one: one commit serves many callers, and each of them
 * gets a result of its own. A lone item never waits.
 */
export class GroupCommit<Item, Result> {
  readonly #waiting: Waiting<Item, Result>[] = [];
  #underWay = 0;
  readonly #write: (items: Item[]) => Promise<Result[]>;
  readonly #largestBatch: number;
  readonly #atOnce: number;
  readonly #isOneItemsFault: (error: unknown) => boolean;

  /**
   * `write` answers in the order of its items. Where it throws what `isOneItemsFault`, each item is written again alone, so that a bad one
   * fails alone; any other error is everybody's, for the batch may have been written after all.
   */
  constructor(
    write: (items: Item[]) => Promise<Result[]>,
    {
      largestBatch = 64,
      atOnce = 2,
      isOneItemsFault = () => false,
    }: { largestBatch?: number; atOnce?: number; isOneItemsFault?: (error: unknown) => boolean } = {},
  ) {
    this.#write = write;
    this.#isOneItemsFault = isOneItemsFault;
    this.#largestBatch = largestBatch;
    this.#atOnce = atOnce;
  }

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      // One turn later, so that what one request brings is one batch.
      if (this.#waiting.length === 1) setImmediate(() => this.#start());
    });
  }

  #start(): void {
    while (this.#waiting.length > 0 && this.#underWay < this.#atOnce) {
      const batch = this.#waiting.splice(0, this.#largestBatch);
      this.#underWay += 1;
      void this.#settle(batch).finally(() => {
        this.#underWay -= 1;
        this.#start();
      });
    }
  }

  async #settle(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#write(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, index) => {
        resolve(results[index] as Result);
      });
    } catch (error) {
      const isShared = batch.length === 1 || !this.#isOneItemsFault(error);
      if (isShared) for (const { reject } of batch) reject(error);
      else for (const each of batch) await this.#settle([each]);
    }
  }
}
