import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  SmtpStep,
  TestDepth,
  TestStepState,
  type PresentedCertificate,
  type TestStep,
  type TlsDetails,
} from '../../smtp/index.ts';
import { SmtpFailureType } from '../smtp-servers/index.ts';
import type { TestReport } from './test-report.ts';

registerEnumType(TestDepth, {
  name: 'TestDepth',
  description: 'How far a test goes.',
  valuesConfig: {
    SIGN_IN: { description: 'Connect, TLS, AUTH, quit.' },
    RECIPIENT: { description: 'The same, then MAIL and RCPT, then reset: nothing is sent.' },
    SEND: { description: 'The whole way: a mail is sent.' },
  },
});
registerEnumType(TestStepState, {
  name: 'TestStepState',
  description: 'What became of a step.',
  valuesConfig: {
    RUNNING: { description: 'Not ended yet.' },
    PASSED: { description: 'As it should be.' },
    WARNED: { description: 'It went on, but look at the detail.' },
    FAILED: { description: 'The test ended here.' },
    SKIPPED: { description: 'Not needed, or not reached.' },
  },
});

@ObjectType('TestStep', { description: 'One step of a test.', simpleResolvers: true })
export class TestStepType implements TestStep {
  @Field(() => SmtpStep, { description: 'Which step.' })
  name: SmtpStep;

  @Field(() => TestStepState, { description: 'What became of it.' })
  state: TestStepState;

  @Field(() => Int, { nullable: true, description: 'Milliseconds; null = skipped or running.' })
  durationMs: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Addresses tried, TLS version and cipher, mechanism, the reply, or why it was skipped.',
  })
  detail: string | null;
}

@ObjectType('PresentedCertificate', {
  description: 'A certificate as the server presented it.',
  simpleResolvers: true,
})
export class PresentedCertificateType implements PresentedCertificate {
  @Field(() => String, { description: 'Whom it was made out to.' })
  subject: string;

  @Field(() => String, { description: 'Who signed it.' })
  issuer: string;

  @Field(() => [String], { description: 'The host names and addresses that it is good for.' })
  names: string[];

  @Field(() => GraphQLDateTime, { description: 'Good from.' })
  validFrom: Date;

  @Field(() => GraphQLDateTime, { description: 'Good until.' })
  validTo: Date;

  @Field(() => String, { description: 'SHA-256 of its bytes: colon-separated upper-case hex.' })
  sha256: string;

  @Field(() => String, { description: 'The certificate itself.' })
  pem: string;
}

@ObjectType('TlsDetails', { description: 'What a TLS handshake came to.', simpleResolvers: true })
export class TlsDetailsType implements TlsDetails {
  @Field(() => String, {
    nullable: true,
    description: '"TLSv1.3"; null = the handshake did not come so far.',
  })
  version: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cipher suite; null = the handshake did not come so far.',
  })
  cipher: string | null;

  @Field(() => Boolean, { description: 'Is the certificate trusted, in time and made out to the host?' })
  verified: boolean;

  @Field(() => PresentedCertificateType, { nullable: true, description: "The server's own certificate." })
  certificate: PresentedCertificateType | null;

  @Field(() => [PresentedCertificateType], { description: "As presented, the server's own first." })
  chain: PresentedCertificateType[];
}

@ObjectType('TestReport', { description: 'What a test email found out.', simpleResolvers: true })
export class TestReportType implements Omit<TestReport, 'failure'> {
  @Field(() => ID, { description: 'Never changes.' })
  id: string;

  @Field(() => Boolean, { description: 'Did everything that was asked for really happen?' })
  succeeded: boolean;

  @Field(() => [TestStepType], { description: 'Every step in order, the skipped ones too.' })
  steps: TestStepType[];

  @Field(() => SmtpFailureType, { nullable: true, description: 'Why it ended early; null = it succeeded.' })
  failure: SmtpFailureType | null;

  @Field(() => TlsDetailsType, {
    nullable: true,
    description: 'Once a handshake took place, refused or not; null = the connection was in clear.',
  })
  tls: TlsDetailsType | null;

  @Field(() => Boolean, { description: 'StartTLS was wanted and the mail went in clear.' })
  downgraded: boolean;

  @Field(() => String, { nullable: true, description: "The server's words after the final dot." })
  acceptedReply: string | null;

  @Field(() => [String], { description: '"C: EHLO ...", "S: 250 ...": secrets replaced, replies sanitised.' })
  transcript: string[];

  @Field(() => String, { description: 'The sender.' })
  from: string;

  @Field(() => String, { description: 'The recipient: an address, or a number for a fax server.' })
  to: string;

  @Field(() => TestDepth, { description: 'How far it was to go.' })
  depth: TestDepth;

  @Field(() => Int, { nullable: true, description: 'Revision of the saved settings that were tested.' })
  revision: number | null;

  @Field(() => String, { description: 'Who asked for it.' })
  by: string;

  @Field(() => GraphQLDateTime, { description: 'When it began.' })
  startedAt: Date;

  @Field(() => Int, { description: 'Milliseconds in all.' })
  durationMs: number;
}
