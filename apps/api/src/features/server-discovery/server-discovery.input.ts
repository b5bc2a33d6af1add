import { Field, InputType } from 'type-graphql';

@InputType('DiscoverSmtpServersInput', { description: 'Whose servers.' })
export class DiscoverServersInput {
  @Field(() => String, { description: 'An email address such as "ada@example.org", or a domain.' })
  addressOrDomain: string;
}
