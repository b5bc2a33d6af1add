import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import type { TrustedCertificate } from './trusted-certificate.ts';

@ObjectType('TrustedCertificate', {
  description: 'A certificate that is trusted beside the roots of the system.',
  simpleResolvers: true,
})
export class TrustedCertificateType implements TrustedCertificate {
  @Field(() => ID, { description: 'Never changes.' })
  id: string;

  @Field(() => String, { description: 'What people call it.' })
  name: string;

  @Field(() => String, { description: 'Whom it was made out to.' })
  subject: string;

  @Field(() => String, { description: 'Who signed it.' })
  issuer: string;

  @Field(() => String, { description: 'SHA-256 of its bytes: colon-separated upper-case hex.' })
  sha256: string;

  @Field(() => GraphQLDateTime, { description: 'Good from.' })
  validFrom: Date;

  @Field(() => GraphQLDateTime, { description: 'Good until.' })
  validTo: Date;

  @Field(() => Boolean, { description: 'CA:TRUE; otherwise only this very certificate is trusted.' })
  isAuthority: boolean;

  isForAllServers: boolean;
}

@ObjectType('AddedTrustedCertificates', { description: 'What was added.', simpleResolvers: true })
export class AddedTrustedCertificatesType {
  @Field(() => [TrustedCertificateType], { description: 'One for each certificate of the text.' })
  certificates: TrustedCertificateType[];
}

@ObjectType('DeletedTrustedCertificate', {
  description: 'It is not trusted any more.',
  simpleResolvers: true,
})
export class DeletedTrustedCertificateType {
  @Field(() => ID, { description: 'The id that it had.' })
  id: string;
}
