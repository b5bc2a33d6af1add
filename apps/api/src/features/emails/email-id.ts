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
