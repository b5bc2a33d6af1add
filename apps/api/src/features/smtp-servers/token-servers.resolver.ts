import { Authorized, FieldResolver, Resolver, Root } from 'type-graphql';
import { ApiTokenType, Rule } from '../access/index.ts';
import { SmtpServerType } from './smtp-server.type.ts';
import type { TokenServers } from './token-servers.service.ts';

@Resolver(() => ApiTokenType)
export class TokenServersResolver {
  private readonly service: TokenServers;

  constructor(servers: TokenServers) {
    this.service = servers;
  }

  @Authorized(Rule.SERVERS_READ)
  @FieldResolver(() => [SmtpServerType], {
    nullable: true,
    description: 'The only servers that it may see and use; null = every server, empty = none is left.',
  })
  servers(@Root() token: ApiTokenType) {
    return token.serverIds && this.service.left(token.serverIds);
  }
}
