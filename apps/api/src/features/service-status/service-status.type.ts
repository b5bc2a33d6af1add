import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { MissingKey, ServiceStatus } from './service-status.ts';

@ObjectType('MissingKey', { description: 'A key that stored secrets need.', simpleResolvers: true })
export class MissingKeyType implements MissingKey {
  @Field(() => ID, { description: 'What tells keys apart; it says nothing of the key itself.' })
  keyId: string;

  @Field(() => Int, { description: 'How many secrets wait for it.' })
  secrets: number;
}

@ObjectType('ServiceStatus', {
  description: 'What keeps the service from doing all that it is there for.',
  simpleResolvers: true,
})
export class ServiceStatusType implements ServiceStatus {
  @Field(() => Boolean, {
    description: 'A key is missing: stored passwords cannot be used or changed, and no mail is sent.',
  })
  isLocked: boolean;

  @Field(() => String, { nullable: true, description: 'What is wrong and what to do; null = all is well.' })
  message: string | null;

  @Field(() => [MissingKeyType], { description: 'The keys that are missing.' })
  missingKeys: MissingKeyType[];
}
