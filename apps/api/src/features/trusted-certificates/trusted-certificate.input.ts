import { Field, ID, InputType } from 'type-graphql';
import type { AddTrustedCertificates } from './trusted-certificate.requests.ts';

@InputType('AddTrustedCertificatesInput', { description: 'One certificate or many, in one PEM text.' })
export class AddTrustedCertificatesInput implements AddTrustedCertificates {
  @Field(() => String, { description: 'What people will call it. At most 100 characters.' })
  name: string;

  @Field(() => String, {
    description: 'PEM; other text between the certificates is passed over, a private key is refused.',
  })
  pem: string;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Trust it for these servers; left out or null = for every server. A certificate that is no authority needs them.',
  })
  serverIds?: string[] | null;
}
