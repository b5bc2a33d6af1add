import type { Attempt } from './attempt.ts';
import { ConnectionEnded, EndReason } from './connection-ended.ts';
import type { Session } from './session.ts';

/** Says goodbye and leaves; the answer is waited for shortly, and changes nothing. */
export async function quit(attempt: Attempt, { connection }: Session): Promise<void> {
  if (connection.isUsable && !connection.hasUnread) {
    try {
      attempt.tell(connection, 'QUIT');
      await attempt.hear(connection, attempt.budget(attempt.options.limits.quitMs));
    } catch (error) {
      if (!(error instanceof ConnectionEnded)) throw error;
    }
  }
  connection.end(EndReason.LOST);
}
