import { GraphQLDateTime } from 'graphql-scalars';
import { Field, InputType } from 'type-graphql';
import type { AuditFilter } from './audit-event.ts';

@InputType('AuditEventFilter', { description: 'Only events that all of this is true of.' })
export class AuditEventFilterInput implements AuditFilter {
  @Field(() => String, { nullable: true, description: 'Who: the whole address or name.' })
  actor?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What: the whole action, or what it begins with: "smtpServer.".',
  })
  action?: string | null;

  @Field(() => String, { nullable: true, description: 'To what: a part of it, whatever the case.' })
  subject?: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Not before.' })
  since?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Before.' })
  until?: Date | null;
}
