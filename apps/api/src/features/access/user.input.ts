import { Field, ID, InputType } from 'type-graphql';
import type { AddUser, UpdateUser } from './access.requests.ts';
import { Role } from './user.ts';
import './user.type.ts';

@InputType('AddUserInput', { description: 'A new user.' })
export class AddUserInput implements AddUser {
  @Field(() => String, { description: 'The sign-in name.' })
  email: string;

  @Field(() => String, { description: 'What the panel calls the person. At most 100 characters.' })
  name: string;

  @Field(() => Role, { description: 'What the person may do.' })
  role: Role;

  @Field(() => String, {
    description: 'A first password, at least 12 characters.',
  })
  password: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'true = the person has to choose a password of their own before anything else, within 7 days. Left out = false.',
  })
  isPasswordTemporary?: boolean | null;
}

@InputType('UpdateUserInput', { description: 'A field that is left out stays as it is.' })
export class UpdateUserInput implements UpdateUser {
  @Field(() => ID, { description: 'Which user.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'What the panel calls the person.' })
  name?: string | null;

  @Field(() => Role, { nullable: true, description: 'Counts from the next request on.' })
  role?: Role | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true ends every session of the user, and the tokens that the user made.',
  })
  isDisabled?: boolean | null;

  @Field(() => String, { nullable: true, description: 'A new password; ends every session of the user.' })
  password?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Of the new password: true = the person has to choose another one before anything else, within 7 days. Left out = false.',
  })
  isPasswordTemporary?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true takes the second factor away, for somebody who has lost the device.',
  })
  resetSecondFactor?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'true signs the user out everywhere.' })
  endSessions?: boolean | null;
}
