/** How many requests each client has under way in this process. */
export class InFlight {
  private readonly counts = new Map<string, number>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** What ends the request, or null: the client has too many already. */
  begin(client: string): (() => void) | null {
    const count = this.counts.get(client) ?? 0;
    if (count >= this.most) return null;
    this.counts.set(client, count + 1);
    let hasEnded = false;
    return () => {
      if (hasEnded) return;
      hasEnded = true;
      const left = (this.counts.get(client) ?? 1) - 1;
      if (left === 0) this.counts.delete(client);
      else this.counts.set(client, left);
    };
  }
}
