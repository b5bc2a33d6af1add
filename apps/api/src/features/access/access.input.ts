import { Field, InputType } from 'type-graphql';
import type { SetUp, SignIn } from './access.requests.ts';

@InputType('SetUpInput', { description: 'The first administrator.' })
export class SetUpInput implements SetUp {
  @Field(() => String, {
    description: 'From the link that the service prints while it has no administrator.',
  })
  setupToken: string;

  @Field(() => String, { description: 'The sign-in name.' })
  email: string;

  @Field(() => String, { description: 'What the panel calls the person.' })
  name: string;

  @Field(() => String, { description: 'At least 12 characters; 15 or more are better.' })
  password: string;
}

@InputType('SignInInput', { description: 'Who signs in.' })
export class SignInInput implements SignIn {
  @Field(() => String, { description: 'The sign-in name.' })
  email: string;

  @Field(() => String, { description: 'The password.' })
  password: string;
}
