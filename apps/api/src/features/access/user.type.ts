import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { AccountTask } from './account-task.ts';
import { ApiTokenType } from './api-token.type.ts';
import { Role, type User } from './user.ts';

registerEnumType(Role, {
  name: 'Role',
  description: 'What a user may do.',
  valuesConfig: {
    ADMIN: { description: 'Everything.' },
    OPERATOR: { description: 'Tests, retries and cancels; changes no settings.' },
    VIEWER: { description: 'Reads.' },
  },
});

registerEnumType(AccountTask, {
  name: 'AccountTask',
  description: 'What a person has to do before a session of theirs may do anything else.',
  valuesConfig: {
    CHOOSE_PASSWORD: {
      description: 'Somebody else chose the password: call changeOwnPassword.',
    },
    SET_UP_SECOND_FACTOR: {
      description: 'Everybody needs a second factor here: call setUpSecondFactor and confirmSecondFactor.',
    },
  },
});

@ObjectType('User', { description: 'A person who can sign in.', simpleResolvers: true })
export class UserType implements User {
  @Field(() => ID, { description: 'Never changes.' })
  id: string;

  @Field(() => String, { description: 'The sign-in name.' })
  email: string;

  @Field(() => String, { description: 'What the panel calls the person.' })
  name: string;

  @Field(() => Role, { description: 'What the person may do.' })
  role: Role;

  @Field(() => Boolean, { description: 'A disabled user cannot sign in.' })
  isDisabled: boolean;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Since when a sign-in asks for a second factor; null = a password is enough.',
  })
  secondFactorSince: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'Until when the password that an administrator chose can be used; null = the person chose it, or is not asked to.',
  })
  temporaryPasswordUntil: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Last request of a session, to the minute or so; null = never.',
  })
  lastSeenAt: Date | null;

  @Field(() => GraphQLDateTime, { description: 'When the user was added.' })
  createdAt: Date;
}

@ObjectType('Viewer', { description: 'Who asks.', simpleResolvers: true })
export class ViewerType {
  @Field(() => UserType, { nullable: true, description: 'The signed-in user.' })
  user: UserType | null;

  @Field(() => ApiTokenType, { nullable: true, description: 'The token that the request came with.' })
  apiToken: ApiTokenType | null;
}

@ObjectType('SignedOut', { description: 'The session is over.', simpleResolvers: true })
export class SignedOutType {
  @Field(() => Boolean, { description: 'Always true.' })
  ok: boolean;
}
