// The list of everything that has a table. Written out rather than found by a glob: a build, a test and a bundle see the same.
import { AuditEventEntity } from '../features/audit/index.ts';
import { SessionEntity, UserEntity } from '../features/access/index.ts';
import { SmtpServerEntity, SmtpServerSecretEntity } from '../features/smtp-servers/index.ts';
import { TestReportEntity } from '../features/test-emails/index.ts';
import { FirstTables1795370400000 } from './migrations/1795370400000-first-tables.ts';

export const entities = [
  AuditEventEntity,
  SessionEntity,
  SmtpServerEntity,
  SmtpServerSecretEntity,
  TestReportEntity,
  UserEntity,
];
export const migrations = [FirstTables1795370400000];
