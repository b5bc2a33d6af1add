import type { ClaimedEmail } from './claimed-email.ts';
import type { ServerInUse } from './ports.ts';

/** An email in hand, with the settings that its claim was made for: it is sent with no others. */
export interface Work {
  email: ClaimedEmail;
  server: ServerInUse;
}
