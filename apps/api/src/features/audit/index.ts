export { changesBetween, type AuditChange, type AuditEvent, type AuditFilter } from './audit-event.ts';
export { AuditEventEntity } from './audit-event.entity.ts';
export { AuditLog } from './audit-log.service.ts';
export { AuditTrail } from './audit-trail.service.ts';
export { csv, jsonLines } from './audit-export.ts';
