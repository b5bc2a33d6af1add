/**
 * The end of one wait after the other, with one timer for them all: thousands of waits a second are set and met, and hardly
 * one passes. `onPassed` is called once a wait has lasted for its whole time.
 */
export class Deadline {
  readonly #onPassed: () => void;
  /** Infinity = nobody waits. */
  #endsAt = Infinity;
  #timer: NodeJS.Timeout | null = null;
  #firesAt = 0;

  constructor(onPassed: () => void) {
    this.#onPassed = onPassed;
  }

  set(milliseconds: number): void {
    this.#endsAt = performance.now() + milliseconds;
    if (this.#timer === null || this.#endsAt < this.#firesAt) this.#arm(milliseconds);
  }

  /** The wait is over. The timer is left alone: the next wait will most likely outlast it. */
  clear(): void {
    this.#endsAt = Infinity;
  }

  /** For good. */
  stop(): void {
    this.clear();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #arm(milliseconds: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#firesAt = performance.now() + milliseconds;
    this.#timer = setTimeout(this.#fire, milliseconds);
    // Whoever waits waits on a socket, and that keeps the process running.
    this.#timer.unref();
  }

  readonly #fire = (): void => {
    this.#timer = null;
    const left = this.#endsAt - performance.now();
    if (left === Infinity) return;
    if (left > 0) {
      this.#arm(left);
      return;
    }
    this.#endsAt = Infinity;
    this.#onPassed();
  };
}
