import { Field, InputType } from 'type-graphql';
import type { ChangeOwnPassword, Reauthenticate, SetUp, SignIn } from './access.requests.ts';

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

  @Field(() => String, {
    nullable: true,
    description:
      'The code of the authenticator app, or a recovery code: send the same again with it where the answer was SecondFactorRequired.',
  })
  code?: string | null;
}

@InputType('ChangeOwnPasswordInput', { description: 'A new password of your own.' })
export class ChangeOwnPasswordInput implements ChangeOwnPassword {
  @Field(() => String, { description: 'The one that you have now.' })
  currentPassword: string;

  @Field(() => String, { description: 'At least 12 characters; 15 or more are better.' })
  newPassword: string;
}

@InputType('ReauthenticateInput', { description: 'The password, or a code of the second factor.' })
export class ReauthenticateInput implements Reauthenticate {
  @Field(() => String, { nullable: true, description: 'Your password.' })
  password?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A code of your authenticator app, or a recovery code.',
  })
  code?: string | null;
}
