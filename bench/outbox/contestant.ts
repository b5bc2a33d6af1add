/** A way from an application to a mail server: emails are handed over, kept safe, and delivered to the sink. */
export interface Contestant {
  name: string;
  start: (sinkPort: number) => Promise<RunningContestant>;
}

export interface RunningContestant {
  /** Hands so many emails over, as fast as it will take them; resolves when it has taken the last one. */
  submit: (count: number) => Promise<void>;
  /** Whose processor time is its cost, their children included. */
  pids: () => number[];
  stop: () => Promise<void>;
}

export const CONNECTIONS = 20;

/** 5 kB, as the application has it. */
export const TEXT = 'The quick brown fox jumps over the lazy dog, and so on and so forth.\n'.repeat(74);

export interface TestEmail {
  to: string;
  subject: string;
  text: string;
}

export const FROM = 'ada@example.org';

export function testEmails(count: number): TestEmail[] {
  return Array.from({ length: count }, (_, index) => ({
    to: `bob${index}@example.net`,
    subject: `Your invoice ${index}`,
    text: TEXT,
  }));
}

/** Batches of `size`, `atOnce` of them under way. */
export async function inBatches<Item>(
  items: readonly Item[],
  { size, atOnce }: { size: number; atOnce: number },
  act: (batch: Item[], lane: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async (_, lane) => {
      while (next < items.length) {
        const batch = items.slice(next, (next += size));
        await act(batch, lane);
      }
    }),
  );
}
