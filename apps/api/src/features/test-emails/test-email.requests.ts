import type { TestDepth } from '../../smtp/index.ts';
import type { SmtpServerDraft } from '../smtp-servers/index.ts';

/** A saved server, settings that are not saved, or these laid over that one. */
export interface SendTestEmail {
  serverId?: string | null;
  draft?: SmtpServerDraft | null;
  from: string;
  to: string;
  depth: TestDepth;
  watchId?: string | null;
}
