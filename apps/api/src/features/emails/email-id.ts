import { randomInt } from 'node:crypto';
import { v7 } from 'uuid';

/**
 * Makes ids that sort in the order of the calls, within a millisecond too, and that hold the moment of acceptance to the millisecond:
 * the list goes by the id, and a period is a range of ids (`leastIdAt`).
 */
export class EmailIds {
  private millisecond = Number.NEGATIVE_INFINITY;
  private sequence = 0;

  next(acceptedAt: Date): string {
    const millisecond = acceptedAt.getTime();
    // From anywhere, so that two processes in the same millisecond do not count alike.
    this.sequence = millisecond === this.millisecond ? this.sequence + 1 : randomInt(2 ** 31);
    this.millisecond = millisecond;
    return v7({ msecs: millisecond, seq: this.sequence });
  }
}

/** The least UUID of version 7 that was made at `moment` or later: ids sort by time, so that a period is a range of ids. */
export function leastIdAt(moment: Date): string {
  const milliseconds = Math.max(0, moment.getTime()).toString(16).padStart(12, '0').slice(-12);
  return `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}-7000-8000-000000000000`;
}

/** The id of the email that a Message-ID of ours belongs to, its brackets or not; null = it is none of ours. */
export function idOfMessageId(messageId: string): string | null {
  const found = /^<?([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})@/i.exec(
    messageId.trim(),
  );
  return found === null ? null : found.slice(1).join('-').toLowerCase();
}
