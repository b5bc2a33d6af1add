import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { PageInfoType } from '../../paging/page.type.ts';
import type { AuditChange, AuditEvent } from './audit-event.ts';

@ObjectType('AuditChange', { description: 'One field that changed.', simpleResolvers: true })
export class AuditChangeType implements AuditChange {
  @Field(() => String, { description: 'Its name.' })
  field: string;

  @Field(() => String, { nullable: true, description: 'What it was; null = nothing, or a secret.' })
  before: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it is; null = nothing. A secret says "changed".',
  })
  after: string | null;
}

@ObjectType('AuditEvent', { description: 'Who did what, from where.', simpleResolvers: true })
export class AuditEventType implements AuditEvent {
  @Field(() => ID, { description: 'Never changes.' })
  id: string;

  @Field(() => GraphQLDateTime, { description: 'When.' })
  at: Date;

  @Field(() => String, {
    description: "A user's email address, or a token's name, which has no @; unknown = nobody who is known.",
  })
  actor: string;

  @Field(() => String, { nullable: true, description: 'Network address; null = the service itself.' })
  from: string | null;

  @Field(() => String, { description: 'What was done: "smtpServer.updated".' })
  action: string;

  @Field(() => String, { description: 'To what: the name of a server, the address of a user.' })
  subject: string;

  @Field(() => [AuditChangeType], { description: 'Field by field.' })
  changes: AuditChangeType[];
}

@ObjectType('AuditEventEdge', { description: 'One event of a page.', simpleResolvers: true })
export class AuditEventEdgeType {
  @Field(() => String, { description: 'What `after` takes, to go on behind this event.' })
  cursor: string;

  @Field(() => AuditEventType, { description: 'The event.' })
  node: AuditEventType;
}

@ObjectType('AuditEventConnection', {
  description: 'A page of the audit log, newest first.',
  simpleResolvers: true,
})
export class AuditEventConnectionType {
  @Field(() => [AuditEventEdgeType], { description: 'The events with their cursors.' })
  edges: AuditEventEdgeType[];

  @Field(() => [AuditEventType], { description: 'The events.' })
  nodes: AuditEventType[];

  @Field(() => PageInfoType, { description: 'Where this page lies.' })
  pageInfo: PageInfoType;
}
