import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Protocol, StartTls } from '../../smtp/index.ts';
import { DiscoverySource, type DiscoveredServer } from './server-discovery.ts';

registerEnumType(DiscoverySource, {
  name: 'DiscoverySource',
  description: 'Who named the place of a server.',
  valuesConfig: {
    SRV: { description: 'The domain itself, in DNS (RFC 6186, RFC 8314).' },
    COMMON_NAME: { description: 'Nobody: smtp. or mail. before the domain, which many use.' },
    MX: { description: 'The domain, as the host that takes its mail.' },
  },
});

@ObjectType('DiscoveredSmtpServer', {
  description: 'An SMTP server that answered, and the settings to use it with.',
  simpleResolvers: true,
})
export class DiscoveredServerType implements DiscoveredServer {
  @Field(() => String, { description: 'The host name.' })
  hostname: string;

  @Field(() => Int, { description: 'The port.' })
  port: number;

  @Field(() => Protocol, { description: 'How the connection begins.' })
  protocol: Protocol;

  @Field(() => StartTls, { description: 'What to demand after the greeting: what the server can.' })
  startTls: StartTls;

  @Field(() => Boolean, { description: 'The connection was encrypted.' })
  isEncrypted: boolean;

  @Field(() => Boolean, {
    description: 'Its certificate is trusted by this system, or by what was added for every server.',
  })
  isTrusted: boolean;

  @Field(() => Boolean, {
    description: 'It offers to sign in. One that does not mostly takes mail for its own domains only.',
  })
  offersSignIn: boolean;

  @Field(() => DiscoverySource, { description: 'Who named it.' })
  source: DiscoverySource;
}

@ObjectType('DiscoveredSmtpServers', {
  description:
    'The servers of a domain, the one with the strongest encryption first; none may have been found.',
  simpleResolvers: true,
})
export class DiscoveredServersType {
  @Field(() => String, { description: 'The domain, as DNS was asked for it.' })
  domain: string;

  @Field(() => [DiscoveredServerType], { description: 'Every one that answered.' })
  servers: DiscoveredServerType[];
}
