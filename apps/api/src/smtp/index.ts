export {
  addressPolicy,
  parseNetworks,
  parsePorts,
  type AddressPolicy,
  type PortRange,
} from './address-policy.ts';
export { Attempt, type AttemptOptions } from './attempt.ts';
export { deliveryLimits, testLimits, type AttemptLimits } from './attempt-limits.ts';
export { systemClock, type Clock } from './clock.ts';
export { DeliveryConnection, type DeliveryConnectionOptions } from './delivery-connection.ts';
export type { RecipientOutcome } from './envelope.ts';
export { EmailOutcome, SmtpFailureCode } from './failure-code.ts';
export { failureRules } from './failures.ts';
export { providerHints } from './hints.ts';
export { normaliseHostname, parsePastedHost, type PastedHost } from './hostname.ts';
export { systemResolver, type Resolver } from './name-resolution.ts';
export { openSession, type Opening } from './open-session.ts';
export { MessageUnreadable, type MessageSource } from './outgoing-message.ts';
export type { PresentedCertificate, TlsDetails } from './presented-certificate.ts';
export { quit } from './quit.ts';
export { rootCertificates, type RootCertificates } from './root-certificates.ts';
export { runTest, type TestMail, type TestOptions, type TestOutcome } from './run-test.ts';
export type { Session } from './session.ts';
export type { AttemptFailure, SmtpFailure, SuggestedFix } from './smtp-failure.ts';
export { Protocol, StartTls, type SmtpSettings } from './smtp-settings.ts';
export { SmtpStep, stepsInOrder, TestDepth, TestStepState, type TestStep } from './smtp-step.ts';
export { unwatched, type Progress } from './test-progress.ts';
export {
  transact,
  type OutgoingMail,
  type TransactionOptions,
  type TransactionOutcome,
} from './transaction.ts';
export { TrustStore, type AddedTrust } from './trust-store.ts';
export { TrustStores } from './trust-stores.ts';
