/** Waiting that can be cut short. */
export class Wake {
  readonly #waiting = new Set<() => void>();

  /** Until somebody wakes all who wait, at most so long. */
  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.#waiting.add(done);
    });
  }

  readonly all = (): void => {
    for (const done of [...this.#waiting]) done();
  };
}
