import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Protocol, SmtpStep, StartTls, type SmtpFailure, type SuggestedFix } from '../../smtp/index.ts';

registerEnumType(SmtpStep, {
  name: 'SmtpStep',
  description: 'The steps of a delivery, in order.',
  valuesConfig: {
    DNS: { description: 'The host name is looked up.' },
    CONNECT: { description: 'A TCP connection is made.' },
    TLS: { description: 'Implicit TLS (SMTPS): handshake and certificate.' },
    GREETING: { description: 'The server says who it is.' },
    EHLO: { description: 'The server says what it can.' },
    STARTTLS: { description: 'Command, handshake and certificate.' },
    AUTH: { description: 'Sign-in.' },
    MAIL: { description: 'The sender.' },
    RCPT: { description: 'The recipient.' },
    DATA: { description: 'The message, to the reply after the final dot.' },
  },
});

@ObjectType('SuggestedFix', {
  description: 'A change of settings that would probably mend it; never one that weakens.',
  simpleResolvers: true,
})
export class SuggestedFixType implements SuggestedFix {
  @Field(() => Protocol, { nullable: true, description: 'Choose this protocol.' })
  protocol?: Protocol;

  @Field(() => Int, { nullable: true, description: 'Choose this port.' })
  port?: number;

  @Field(() => StartTls, { nullable: true, description: 'Choose this StartTLS.' })
  startTls?: StartTls;

  @Field(() => String, {
    nullable: true,
    description: 'Trust the certificate with this fingerprint, once compared.',
  })
  trustSha256?: string;
}

@ObjectType('SmtpFailure', { description: 'Why it did not go on.', simpleResolvers: true })
export class SmtpFailureType implements Omit<SmtpFailure, 'code'> {
  @Field(() => SmtpStep, { description: 'Where it ended.' })
  step: SmtpStep;

  @Field(() => String, {
    description:
      'Stable: CONNECTION_REFUSED, CERTIFICATE_NOT_TRUSTED, AUTH_REFUSED, ... Of emails also EXPIRED, MESSAGE_UNREADABLE and ' +
      'DELIVERY_CRASHED.',
  })
  code: string;

  @Field(() => Int, {
    nullable: true,
    description: "The server's reply code; null = it did not come to a reply.",
  })
  smtpCode: number | null;

  @Field(() => String, { nullable: true, description: 'Its enhanced status code (RFC 3463), as 5.7.8.' })
  enhancedCode: string | null;

  @Field(() => String, { description: 'What happened, in plain words.' })
  message: string;

  @Field(() => String, { nullable: true, description: 'What to do about it.' })
  hint: string | null;

  @Field(() => SuggestedFixType, {
    nullable: true,
    description: 'A change of settings that would probably mend it.',
  })
  fix: SuggestedFixType | null;

  @Field(() => Boolean, { description: 'Would the same again perhaps succeed later?' })
  retryable: boolean;
}
