import { Arg, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { CreateApiTokenInput } from './api-token.input.ts';
import { CreateApiTokenResult, RevokeApiTokenResult } from './api-token.result.ts';
import { ApiTokenType } from './api-token.type.ts';
import type { ApiTokens } from './api-tokens.service.ts';
import { callerOf, type RequestContext } from './request-context.ts';
import { Rule } from './rule.ts';

@Resolver()
export class ApiTokenResolver {
  private readonly tokens: ApiTokens;

  constructor(tokens: ApiTokens) {
    this.tokens = tokens;
  }

  @Authorized(Rule.ADMINISTRATOR)
  @Query(() => [ApiTokenType], { description: 'The tokens that were not revoked, newest first.' })
  apiTokens() {
    return this.tokens.all();
  }

  @Authorized(Rule.ADMINISTRATOR)
  @Mutation(() => CreateApiTokenResult, { description: 'Makes a token and shows its secret, this once.' })
  createApiToken(
    @Arg('input', () => CreateApiTokenInput, { description: 'What it may do.' }) input: CreateApiTokenInput,
    @Ctx() context: RequestContext,
  ) {
    return this.tokens.create(input, callerOf(context));
  }

  @Authorized(Rule.ADMINISTRATOR)
  @Mutation(() => RevokeApiTokenResult, { description: 'Ends a token, from the next request on.' })
  revokeApiToken(
    @Arg('id', () => ID, { description: 'Which one.' }) id: string,
    @Ctx() context: RequestContext,
  ) {
    return this.tokens.revoke(id, callerOf(context));
  }
}
