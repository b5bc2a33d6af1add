import { Arg, Authorized, Ctx, FieldResolver, Int, Query, Resolver } from 'type-graphql';
import { callerOf, Permission, type RequestContext } from '../access/index.ts';
import type { OverviewService } from './overview.service.ts';
import { OverviewType, ServerTroublesType } from './overview.type.ts';

@Resolver(() => OverviewType)
export class OverviewResolver {
  private readonly service: OverviewService;

  constructor(service: OverviewService) {
    this.service = service;
  }

  @Authorized(Permission.EMAILS_READ)
  @Query(() => OverviewType, { description: 'Whether mail flows, in figures.' })
  overview(@Ctx() context: RequestContext) {
    return this.service.figures(callerOf(context));
  }

  @Authorized(Permission.SERVERS_READ)
  @FieldResolver(() => ServerTroublesType, { description: 'The servers that need somebody.' })
  troubles(
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many at most, 1 to 100.' }) first: number,
    @Ctx() context: RequestContext,
  ) {
    return this.service.troubles(callerOf(context), first);
  }
}
