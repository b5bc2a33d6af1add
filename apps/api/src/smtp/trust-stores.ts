import { TrustStore, type AddedTrust } from './trust-store.ts';

const STORES_KEPT = 20;

/** Reading the roots takes longer than a test on loopback, so the latest stores are kept: one for each choice of added authorities. */
export class TrustStores {
  static readonly #ofRoots = new WeakMap<readonly string[], TrustStores>();
  readonly #roots: readonly string[];
  readonly #stores = new Map<string, TrustStore>();

  constructor(roots: readonly string[]) {
    this.#roots = roots;
  }

  /** Those that were made for the same roots before. */
  static of(roots: readonly string[]): TrustStores {
    const stores = TrustStores.#ofRoots.get(roots) ?? new TrustStores(roots);
    TrustStores.#ofRoots.set(roots, stores);
    return stores;
  }

  for({ authorities = [], sha256 }: AddedTrust): TrustStore {
    const key = authorities.join('\n');
    const store = this.#stores.get(key) ?? new TrustStore(this.#roots, { authorities });
    // Last in, so that the first is the one that was not used for the longest time.
    this.#stores.delete(key);
    this.#stores.set(key, store);
    for (const oldest of this.#stores.keys())
      if (this.#stores.size > STORES_KEPT) this.#stores.delete(oldest);
    return sha256 === undefined ? store : store.withExactly(sha256);
  }
}
