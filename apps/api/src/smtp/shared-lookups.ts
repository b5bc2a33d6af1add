import type { Clock } from './clock.ts';

/** Longer than an answer takes that comes from a cache or a server that is well. */
const SLOW_MS = 1000;

/** Together fewer than the four threads of a process in which names are looked up and files are read. */
const PROMPT_AT_ONCE = 2;
const SLOW_AT_ONCE = 1;

type Lookup = (name: string) => Promise<readonly string[]>;

/**
 * Look-ups that cannot be stopped once they have begun, and that wait for one another in a handful of threads: a DNS that
 * does not answer for one name must not hold up the others. So there is one look-up at a time for a name, whoever asks for
 * it; and a name that took long the last time has to share one place with the others of its kind. How long somebody waits
 * for an answer is decided by who asks.
 */
export class SharedLookups {
  readonly #lookup: Lookup;
  readonly #clock: Clock;
  readonly #underWay = new Map<string, Promise<readonly string[]>>();
  readonly #slowNames = new Set<string>();
  readonly #prompt = new Places(PROMPT_AT_ONCE);
  readonly #slow = new Places(SLOW_AT_ONCE);

  constructor(lookup: Lookup, clock: Clock) {
    this.#lookup = lookup;
    this.#clock = clock;
  }

  addressesOf(name: string): Promise<readonly string[]> {
    const known = this.#underWay.get(name);
    if (known !== undefined) return known;
    const answer = this.#ask(name).finally(() => this.#underWay.delete(name));
    this.#underWay.set(name, answer);
    return answer;
  }

  async #ask(name: string): Promise<readonly string[]> {
    const places = this.#slowNames.has(name) ? this.#slow : this.#prompt;
    await places.take();
    const begunAt = this.#clock.monotonicMs();
    try {
      return await this.#lookup(name);
    } finally {
      if (this.#clock.monotonicMs() - begunAt < SLOW_MS) this.#slowNames.delete(name);
      else this.#slowNames.add(name);
      places.giveBack();
    }
  }
}

/** So many may be inside, the others wait in the order in which they came. */
class Places {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  async take(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  giveBack(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}
