import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Session } from './session.ts';

@ObjectType('Session', { description: 'A place where you are signed in.', simpleResolvers: true })
export class SessionType implements Omit<Session, 'userId'> {
  @Field(() => ID, { description: 'What endOwnSession takes; nobody signs in with it.' })
  id: string;

  @Field(() => Boolean, { description: 'Is it the session of this request?' })
  isCurrent: boolean;

  @Field(() => GraphQLDateTime, { description: 'When it began.' })
  createdAt: Date;

  @Field(() => GraphQLDateTime, { description: 'Its last request, to the minute or so.' })
  lastUsedAt: Date;

  @Field(() => GraphQLDateTime, {
    description: 'When you last proved who you are in it: by the sign-in, or by reauthenticate since.',
  })
  authenticatedAt: Date;

  @Field(() => GraphQLDateTime, { description: 'When it ends unless it is used before.' })
  expiresAt: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Network address of the sign-in; null = it was not known.',
  })
  from: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the browser called itself at the sign-in; null = nothing.',
  })
  browser: string | null;
}

@ObjectType('EndedSession', { description: 'The session is over.', simpleResolvers: true })
export class EndedSessionType {
  @Field(() => ID, { description: 'The id that it had.' })
  id: string;
}

@ObjectType('EndedSessions', { description: 'Every other session of yours is over.', simpleResolvers: true })
export class EndedSessionsType {
  @Field(() => Int, { description: 'How many there were.' })
  count: number;
}

@ObjectType('Reauthenticated', { description: 'You proved again who you are.', simpleResolvers: true })
export class ReauthenticatedType {
  @Field(() => GraphQLDateTime, { description: 'Until when this proof counts.' })
  until: Date;
}

@ObjectType('SecondFactorSetUp', {
  description: 'For the authenticator app. It counts once confirmSecondFactor has taken a code of it.',
  simpleResolvers: true,
})
export class SecondFactorSetUpType {
  @Field(() => String, { description: 'To type into the app, in base32; shown this once.' })
  secret: string;

  @Field(() => String, { description: 'The same as otpauth:// address, to be shown as a QR code.' })
  uri: string;
}

@ObjectType('RecoveryCodes', { description: 'Each stands in for a code, once.', simpleResolvers: true })
export class RecoveryCodesType {
  @Field(() => [String], { description: 'Shown this once: only their hashes are stored.' })
  codes: string[];
}

@ObjectType('SecondFactor', { description: 'Your second factor.', simpleResolvers: true })
export class SecondFactorType {
  @Field(() => GraphQLDateTime, { description: 'Since when a sign-in asks for it.' })
  since: Date;

  @Field(() => Boolean, {
    description: 'Does everybody need one here? Then it can be replaced, not turned off.',
  })
  isRequired: boolean;

  @Field(() => Int, { description: 'Recovery codes that were not used yet.' })
  recoveryCodesLeft: number;
}
