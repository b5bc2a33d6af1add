import { Arg, Authorized, Int, Query, Resolver } from 'type-graphql';
import { Rule } from '../access/index.ts';
import type { AuditTrail } from './audit-trail.service.ts';
import { AuditEventFilterInput } from './audit-event.input.ts';
import { AuditEventConnectionType } from './audit-event.type.ts';

/** Not offered by index.ts: who may do what (access) is built upon the log, and this upon access. */
@Resolver()
export class AuditEventResolver {
  private readonly trail: AuditTrail;

  constructor(trail: AuditTrail) {
    this.trail = trail;
  }

  @Authorized(Rule.AUDIT_READ)
  @Query(() => AuditEventConnectionType, {
    description:
      'Every change, sign-in, refused sign-in and refused token, newest first. All of it as a file: GET /audit.csv or /audit.jsonl.',
  })
  auditEvents(
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'endCursor of the page before.' })
    after?: string | null,
    @Arg('filter', () => AuditEventFilterInput, { nullable: true, description: 'Which ones.' })
    filter?: AuditEventFilterInput | null,
  ) {
    return this.trail.page({ first, after: after ?? null }, filter ?? {});
  }
}
