// The list of everything that has a table. Written out rather than found by a glob: a build, a test and a bundle see the same.
import { ApiTokenEntity } from '../features/access/api-token.entity.ts';
import { AttemptCountEntity } from '../features/access/attempt-count.entity.ts';
import { RecoveryCodeEntity } from '../features/access/recovery-code.entity.ts';
import { SecondFactorEntity } from '../features/access/second-factor.entity.ts';
import { SessionEntity } from '../features/access/session.entity.ts';
import { UserEntity } from '../features/access/user.entity.ts';
import { AttachmentEntity } from '../features/attachments/attachment.entity.ts';
import { StoredFileEntity } from '../features/attachments/stored-file.entity.ts';
import { UploadEntity } from '../features/attachments/upload.entity.ts';
import { AuditEventEntity } from '../features/audit/audit-event.entity.ts';
import { DeliveryWorkerEntity } from '../features/deliveries/delivery-worker.entity.ts';
import { ServerDeliveryEntity } from '../features/deliveries/server-delivery.entity.ts';
import { DeliveryAttemptEntity, EmailEntity, EmailMessageEntity } from '../features/emails/email.entity.ts';
import { SmtpServerSecretEntity } from '../features/smtp-servers/smtp-server-secret.entity.ts';
import { SmtpServerEntity } from '../features/smtp-servers/smtp-server.entity.ts';
import { TestRunEntity, TestRunStepEntity } from '../features/test-emails/test-run.entity.ts';
import { TestReportEntity } from '../features/test-emails/test-report.entity.ts';
import { TrustedCertificateServerEntity } from '../features/trusted-certificates/trusted-certificate-server.entity.ts';
import { TrustedCertificateEntity } from '../features/trusted-certificates/trusted-certificate.entity.ts';
import { FirstTables1795370400000 } from './migrations/1795370400000-first-tables.ts';
import { ForcedEmails1795402000000 } from './migrations/1795402000000-forced-emails.ts';
import { WaitingNeedsServer1795401000000 } from './migrations/1795401000000-waiting-needs-server.ts';
import { TestRuns1795383600000 } from './migrations/1795383600000-test-runs.ts';
import { WrappedKeys1795410000000 } from './migrations/1795410000000-wrapped-keys.ts';
import { PeopleAndTokens1795410100000 } from './migrations/1795410100000-people-and-tokens.ts';
import { AuditAppendOnly1795410200000 } from './migrations/1795410200000-audit-append-only.ts';
import { TrustedCertificates1795380000000 } from './migrations/1795380000000-trusted-certificates.ts';
import { Outbox1795400000000 } from './migrations/1795400000000-outbox.ts';
import { EmailLookUps1795430000000 } from './migrations/1795430000000-email-look-ups.ts';
import { TemporaryPasswords1795440000000 } from './migrations/1795440000000-temporary-passwords.ts';
import { SignInNames1795441000000 } from './migrations/1795441000000-sign-in-names.ts';
import { Attachments1795420000000 } from './migrations/1795420000000-attachments.ts';

export const entities = [
  ApiTokenEntity,
  AttemptCountEntity,
  AttachmentEntity,
  AuditEventEntity,
  DeliveryAttemptEntity,
  DeliveryWorkerEntity,
  EmailEntity,
  EmailMessageEntity,
  ServerDeliveryEntity,
  RecoveryCodeEntity,
  SecondFactorEntity,
  SessionEntity,
  SmtpServerEntity,
  SmtpServerSecretEntity,
  StoredFileEntity,
  TestReportEntity,
  TestRunEntity,
  TestRunStepEntity,
  TrustedCertificateEntity,
  TrustedCertificateServerEntity,
  UploadEntity,
  UserEntity,
];
export const migrations = [
  FirstTables1795370400000,
  TrustedCertificates1795380000000,
  TestRuns1795383600000,
  Outbox1795400000000,
  WaitingNeedsServer1795401000000,
  ForcedEmails1795402000000,
  WrappedKeys1795410000000,
  PeopleAndTokens1795410100000,
  AuditAppendOnly1795410200000,
  Attachments1795420000000,
  EmailLookUps1795430000000,
  TemporaryPasswords1795440000000,
  SignInNames1795441000000,
];
