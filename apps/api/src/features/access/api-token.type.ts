import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { CreatedApiToken } from './access.requests.ts';
import type { ApiToken } from './api-token.ts';
import { Permission } from './permission.ts';

registerEnumType(Permission, {
  name: 'TokenScope',
  description: 'What a token may do; never more than the one who made it.',
  valuesConfig: {
    SERVERS_READ: { description: 'See servers and trusted certificates.' },
    SERVERS_WRITE: { description: 'Add, change and delete servers and trusted certificates.' },
    SERVERS_TEST: { description: 'Test servers; a draft needs SERVERS_WRITE too.' },
    EMAILS_READ: { description: 'See emails and what became of them.' },
    EMAILS_SEND: { description: 'Send emails and upload their attachments.' },
    EMAILS_MANAGE: { description: 'Retry and cancel emails, and revoke links to attachments.' },
    AUDIT_READ: {
      description:
        'See and export the audit log. Of no use to a token that is limited to some servers: the log tells of all.',
    },
  },
});

/** `servers` is a field resolver of the feature that has them. */
@ObjectType('ApiToken', { description: 'What a script calls with.', simpleResolvers: true })
export class ApiTokenType implements Omit<ApiToken, 'serverIds'> {
  @Field(() => ID, { description: 'Never changes.' })
  id: string;

  @Field(() => String, { description: 'What the audit log calls whoever uses it.' })
  name: string;

  @Field(() => String, { description: 'The first characters of the secret, to tell tokens apart by.' })
  prefix: string;

  @Field(() => [Permission], {
    description: 'What it may do; what its maker may not do any more, it may not.',
  })
  scopes: Permission[];

  @Field(() => [String], {
    nullable: true,
    description: 'The only senders: addresses, or @domains without those below them; null = any.',
  })
  allowedFrom: string[] | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ends; null = it does not.' })
  expiresAt: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Its last use, to the minute; null = never used.',
  })
  lastUsedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Network address of its last use; null = never used.' })
  lastUsedFrom: string | null;

  @Field(() => GraphQLDateTime, { description: 'When it was created.' })
  createdAt: Date;

  /** For the field resolver. */
  serverIds: string[] | null;
  makerId: string;
}

@ObjectType('CreatedApiToken', { description: 'A new token and its secret.', simpleResolvers: true })
export class CreatedApiTokenType implements CreatedApiToken {
  @Field(() => ApiTokenType, { description: 'The token.' })
  apiToken: ApiTokenType;

  @Field(() => String, {
    description: 'For the header "Authorization: Bearer ...". Shown this once: only its hash is stored.',
  })
  secret: string;
}

@ObjectType('RevokedApiToken', { description: 'The token counts no more.', simpleResolvers: true })
export class RevokedApiTokenType {
  @Field(() => ID, { description: 'The id that it had.' })
  id: string;
}
