export { changesBetween, type AuditChange } from './audit-event.ts';
export { AuditEventEntity } from './audit-event.entity.ts';
export { AuditLog, type AuditActor } from './audit-log.service.ts';
