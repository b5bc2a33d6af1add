import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import type { CreateApiToken } from './access.requests.ts';
import { Permission } from './permission.ts';
import './api-token.type.ts';

@InputType('CreateApiTokenInput', { description: 'A new token.' })
export class CreateApiTokenInput implements CreateApiToken {
  @Field(() => String, {
    description: 'What the audit log will call whoever uses it: 1 to 100 characters, no @.',
  })
  name: string;

  @Field(() => [Permission], { description: 'What it may do, at least one; nothing is allowed by default.' })
  scopes: Permission[];

  @Field(() => [ID], {
    nullable: true,
    description: 'The only servers that it may see and use; left out or null = every server.',
  })
  serverIds?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'The only senders: addresses, or @domains without those below them; left out or null = any.',
  })
  allowedFrom?: string[] | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it ends; left out or null = it does not.',
  })
  expiresAt?: Date | null;
}
