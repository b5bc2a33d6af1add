const MEBIBYTE = 1024 * 1024;

/** Octets, in one process: of all clients, */
const OF_ALL = 64 * MEBIBYTE;
/** and of one: as much as one body may hold. */
const OF_ONE = 8 * MEBIBYTE;

interface Waiting {
  client: string;
  octets: number;
  begin: () => void;
}

/**
 * Room for large bodies, from before they are read until they are answered: text, JSON and what is made of it take several times their
 * length. What finds none is not read yet and lies in the buffers of the network. Each client's come in order; one that has its share does
 * not hold up the others.
 */
export class BodyRoom {
  private free = OF_ALL;
  private readonly held = new Map<string, number>();
  private waiting: Waiting[] = [];

  /** Resolves when there is room, to what gives it back, once however often it is called. `octets`: at most 8 MiB. */
  take(client: string, octets: number): Promise<() => void> {
    return new Promise((resolve) => {
      let isGivenBack = false;
      const giveBack = () => {
        if (isGivenBack) return;
        isGivenBack = true;
        this.hold(client, -octets);
        this.admit();
      };
      const begin = () => {
        this.hold(client, octets);
        resolve(giveBack);
      };
      this.waiting.push({ client, octets, begin });
      this.admit();
    });
  }

  private hold(client: string, octets: number): void {
    this.free -= octets;
    const held = (this.held.get(client) ?? 0) + octets;
    if (held === 0) this.held.delete(client);
    else this.held.set(client, held);
  }

  private admit(): void {
    /** Whose turn is another one's: what came later does not overtake it. */
    const behind = new Set<string>();
    let isFull = false;
    this.waiting = this.waiting.filter(({ client, octets, begin }) => {
      const isOver = (this.held.get(client) ?? 0) + octets > OF_ONE;
      if (isFull || behind.has(client) || isOver) {
        behind.add(client);
        return true;
      }
      isFull = octets > this.free;
      if (!isFull) begin();
      return isFull;
    });
  }
}
