import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { SmtpFailureType, SmtpServerType } from '../smtp-servers/index.ts';
import { TroubleReason, type HourOfMail, type Overview } from './overview.ts';

registerEnumType(TroubleReason, {
  name: 'TroubleReason',
  description: 'Why a server needs somebody, the gravest first.',
  valuesConfig: {
    HELD: { description: 'Its settings are refused: its emails are held.' },
    PASSWORD_MISSING: { description: 'It has a user name and no password: nothing can be sent.' },
    FAILING: { description: 'It is not reached, or does not let us in: its emails are put off.' },
    DISABLED: { description: 'It is disabled, and emails wait for it.' },
    TEST_FAILED: { description: 'The latest test of its settings failed.' },
  },
});

@ObjectType('HourOfMail', {
  description: 'What became of the emails that were handed over within one hour.',
  simpleResolvers: true,
})
export class HourOfMailType implements HourOfMail {
  @Field(() => GraphQLDateTime, { description: 'The beginning of the hour.' })
  startsAt: Date;

  @Field(() => Int, { description: 'Taken by their server.' })
  accepted: number;

  @Field(() => Int, { description: 'Failed, or of unknown outcome.' })
  failed: number;

  @Field(() => Int, { description: 'Still waiting.' })
  waiting: number;
}

@ObjectType('ServerTrouble', { description: 'A server that needs somebody.', simpleResolvers: true })
export class ServerTroubleType {
  @Field(() => SmtpServerType, { description: 'Which one.' })
  server: SmtpServerType;

  @Field(() => TroubleReason, { description: 'Why.' })
  reason: TroubleReason;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Since when; of FAILING and TEST_FAILED the last time. null = not known.',
  })
  since: Date | null;

  @Field(() => SmtpFailureType, { nullable: true, description: 'What happened, where something did.' })
  failure: SmtpFailureType | null;
}

@ObjectType('ServerTroubles', { description: 'The servers that need somebody.', simpleResolvers: true })
export class ServerTroublesType {
  @Field(() => [ServerTroubleType], { description: 'The gravest first.' })
  troubles: ServerTroubleType[];

  @Field(() => Int, { description: 'How many there are in all.' })
  total: number;
}

@ObjectType('Overview', { description: 'Whether mail flows. The figures are at most five seconds old.' })
export class OverviewType implements Overview {
  @Field(() => [HourOfMailType], {
    description: 'The last 24 hours in UTC, the one under way among them; oldest first.',
  })
  hours: HourOfMailType[];

  @Field(() => Int, { description: 'Emails that wait, held and deferred ones too.' })
  waiting: number;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Since when the oldest email waits that could have been sent; null = none does.',
  })
  oldestWaitingSince: Date | null;
}
