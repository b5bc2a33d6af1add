import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { callerOf, Permission, type RequestContext } from '../access/index.ts';
import { SmtpFailureType, SmtpServerType } from '../smtp-servers/index.ts';
import { ResumeSmtpServerResult } from './server-hold.result.ts';
import type { ServerHolds } from './server-holds.service.ts';

@Resolver(() => SmtpServerType)
export class ServerHoldResolver {
  private readonly holds: ServerHolds;

  constructor(holds: ServerHolds) {
    this.holds = holds;
  }

  @Authorized(Permission.EMAILS_MANAGE)
  @Mutation(() => ResumeSmtpServerResult, {
    description: 'Tries the held emails of a server again, although nothing of its settings was changed.',
  })
  resumeSmtpServer(
    @Arg('id', () => ID, { description: 'Which one.' }) id: string,
    @Ctx() context: RequestContext,
  ) {
    return this.holds.resume(id, callerOf(context));
  }

  @Authorized(Permission.SERVERS_READ)
  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'Since when its emails are held; null = they are not.',
  })
  async heldSince(@Root() server: SmtpServerType, @Ctx() context: RequestContext) {
    return (await this.holds.of(context, server.id))?.heldSince ?? null;
  }

  @Authorized(Permission.SERVERS_READ)
  @FieldResolver(() => SmtpFailureType, {
    nullable: true,
    description: 'Why its emails are held; null while heldSince is set = it is disabled.',
  })
  async heldBy(@Root() server: SmtpServerType, @Ctx() context: RequestContext) {
    return (await this.holds.of(context, server.id))?.heldBy ?? null;
  }
}
