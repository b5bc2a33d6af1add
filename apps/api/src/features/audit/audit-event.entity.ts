import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AuditChange, AuditEvent } from './audit-event.ts';

@Entity('audit_event')
@Index('audit_event_at_ix', ['at', 'id'])
@Index('audit_event_action_ix', ['action', 'at', 'id'])
@Index('audit_event_actor_ix', ['actor', 'at', 'id'])
export class AuditEventEntity implements AuditEvent {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_event_pk' })
  id: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  actor: string;

  @Column('text', { name: 'from_address', nullable: true })
  from: string | null;

  @Column('text')
  action: string;

  @Column('text')
  subject: string;

  @Column('jsonb')
  changes: AuditChange[];
}
