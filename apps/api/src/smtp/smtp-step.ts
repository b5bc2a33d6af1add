/**
 * The steps of an attempt, in the order in which they come. TLS is implicit TLS alone; STARTTLS is the
 * command, the handshake and the certificate; DATA reaches to the reply after the final dot.
 */
export const SmtpStep = {
  DNS: 'DNS',
  CONNECT: 'CONNECT',
  TLS: 'TLS',
  GREETING: 'GREETING',
  EHLO: 'EHLO',
  STARTTLS: 'STARTTLS',
  AUTH: 'AUTH',
  MAIL: 'MAIL',
  RCPT: 'RCPT',
  DATA: 'DATA',
} as const;
export type SmtpStep = (typeof SmtpStep)[keyof typeof SmtpStep];

export const stepsInOrder: readonly SmtpStep[] = Object.values(SmtpStep);

/** How far a test goes. SIGN_IN ends after AUTH, RECIPIENT after RCPT (then RSET: nothing is sent). */
export const TestDepth = { SIGN_IN: 'SIGN_IN', RECIPIENT: 'RECIPIENT', SEND: 'SEND' } as const;
export type TestDepth = (typeof TestDepth)[keyof typeof TestDepth];

export const TestStepState = {
  RUNNING: 'RUNNING',
  PASSED: 'PASSED',
  WARNED: 'WARNED',
  FAILED: 'FAILED',
  SKIPPED: 'SKIPPED',
} as const;
export type TestStepState = (typeof TestStepState)[keyof typeof TestStepState];

export interface TestStep {
  name: SmtpStep;
  state: TestStepState;
  durationMs: number | null;
  /** Addresses tried, TLS version and cipher, mechanism, the reply: sanitised already. */
  detail: string | null;
}
