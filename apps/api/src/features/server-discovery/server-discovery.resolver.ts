import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { callerOf, Permission, type RequestContext } from '../access/index.ts';
import { DiscoverServersInput } from './server-discovery.input.ts';
import { DiscoverServersResult } from './server-discovery.result.ts';
import type { ServerDiscovery } from './server-discovery.service.ts';

@Resolver()
export class ServerDiscoveryResolver {
  private readonly service: ServerDiscovery;

  constructor(service: ServerDiscovery) {
    this.service = service;
  }

  @Authorized(Permission.SERVERS_WRITE)
  @Mutation(() => DiscoverServersResult, {
    description:
      'Looks for the SMTP servers of a domain: by its SRV records (RFC 6186, RFC 8314), and at usual names and ports. It connects and ' +
      'signs in to none; it counts as one of the tests of a minute. It answers within about 15 seconds.',
  })
  discoverSmtpServers(
    @Arg('input', () => DiscoverServersInput, { description: 'Whose servers.' }) input: DiscoverServersInput,
    @Ctx() context: RequestContext,
  ) {
    return this.service.discover(input.addressOrDomain, callerOf(context));
  }
}
