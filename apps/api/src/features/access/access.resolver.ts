import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { AccessService, SignedIn } from './access.service.ts';
import type { AccountService } from './account.service.ts';
import { SetUpInput, SignInInput } from './access.input.ts';
import { SetUpResult, SignInResult } from './access.result.ts';
import type { RequestContext } from './request-context.ts';
import { Rule } from './rule.ts';
import type { User } from './user.ts';
import { SignedOutType, ViewerType } from './user.type.ts';

/** These are open to everybody: they are how a caller becomes known. */
@Resolver()
export class AccessResolver {
  private readonly access: AccessService;
  private readonly account: AccountService;

  constructor(access: AccessService, account: AccountService) {
    this.access = access;
    this.account = account;
  }

  @Authorized(Rule.ANYBODY)
  @Query(() => ViewerType, { nullable: true, description: 'Who asks; null = nobody is signed in.' })
  viewer(@Ctx() { caller, apiToken }: RequestContext) {
    return caller && { user: caller.user, apiToken };
  }

  @Authorized(Rule.ANYBODY)
  @Query(() => Boolean, { description: 'Is there no administrator yet?' })
  needsSetUp() {
    return this.access.needsSetUp();
  }

  @Authorized(Rule.ANYBODY)
  @Mutation(() => SetUpResult, { description: 'Makes the first administrator and signs in.' })
  async setUp(
    @Arg('input', () => SetUpInput, { description: 'Who it is, with the set-up token.' }) input: SetUpInput,
    @Ctx() context: RequestContext,
  ) {
    return withSession(context, await this.access.setUp(input, context.client));
  }

  @Authorized(Rule.ANYBODY)
  @Mutation(() => SignInResult, { description: 'Begins a session: the answer sets its cookie.' })
  async signIn(
    @Arg('input', () => SignInInput, { description: 'Address and password.' }) input: SignInInput,
    @Ctx() context: RequestContext,
  ) {
    const result = await this.access.signIn(input, context.client);
    // The session that the browser had ends where another one begins in its place (OWASP ASVS 5, 7.2.4).
    if (!('refusal' in result) && context.caller?.session) await this.account.signOut(context.caller);
    return withSession(context, result);
  }

  @Authorized(Rule.ANYBODY)
  @Mutation(() => SignedOutType, { description: 'Ends the session of this request.' })
  async signOut(@Ctx() context: RequestContext) {
    if (context.caller?.session) await this.account.signOut(context.caller);
    context.setSessionToken(null);
    return { ok: true };
  }
}

/** What began a session sets its cookie and answers with the user; a refusal is answered as it is. */
export function withSession<Refused extends { refusal: string }>(
  context: RequestContext,
  result: SignedIn | Refused,
): User | Refused {
  if ('refusal' in result) return result;
  context.setSessionToken(result.sessionToken);
  return result.user;
}
