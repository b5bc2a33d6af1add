import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { AuditChange } from './audit-event.ts';
import { AuditEventEntity } from './audit-event.entity.ts';

/** Who acts: what the log keeps of a caller. */
export interface AuditActor {
  name: string;
  from: string | null;
}

export class AuditLog {
  private readonly now: () => Date;

  constructor(now: () => Date) {
    this.now = now;
  }

  /** `manager` is the one of the change's own transaction: there is no change without its row, and no row without its change. */
  async record(
    manager: EntityManager,
    event: { caller: AuditActor; action: string; subject: string; changes?: AuditChange[] },
  ): Promise<void> {
    await manager.insert(AuditEventEntity, {
      id: newId(),
      at: this.now(),
      actor: event.caller.name,
      from: event.caller.from,
      action: event.action,
      subject: event.subject,
      changes: event.changes ?? [],
    });
  }
}
