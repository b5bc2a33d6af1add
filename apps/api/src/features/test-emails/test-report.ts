import type { SmtpFailure, TestDepth, TestStep, TlsDetails } from '../../smtp/index.ts';

/** What a test email found out: every step, and where it ended. */
export interface TestReport {
  id: string;
  succeeded: boolean;
  steps: TestStep[];
  failure: SmtpFailure | null;
  tls: TlsDetails | null;
  downgraded: boolean;
  acceptedReply: string | null;
  transcript: string[];
  from: string;
  to: string;
  depth: TestDepth;
  revision: number | null;
  by: string;
  startedAt: Date;
  durationMs: number;
}

/** So many reports of a server's saved settings are kept. */
export const REPORTS_KEPT = 20;
