import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { AccessService, SignedIn } from './access.service.ts';
import { SetUpInput, SignInInput } from './access.input.ts';
import { SetUpResult, SignInResult } from './access.result.ts';
import type { RequestContext } from './request-context.ts';
import type { User } from './user.ts';
import { SignedOutType, ViewerType } from './user.type.ts';

/** These are open to everybody: they are how a caller becomes known. */
@Resolver()
export class AccessResolver {
  private readonly access: AccessService;

  constructor(access: AccessService) {
    this.access = access;
  }

  @Query(() => ViewerType, { nullable: true, description: 'Who asks; null = nobody is signed in.' })
  viewer(@Ctx() context: RequestContext) {
    return context.caller && { user: context.caller.user };
  }

  @Query(() => Boolean, { description: 'Is there no administrator yet?' })
  needsSetUp() {
    return this.access.needsSetUp();
  }

  @Mutation(() => SetUpResult, { description: 'Makes the first administrator and signs in.' })
  async setUp(
    @Arg('input', () => SetUpInput, { description: 'Who it is, with the set-up token.' }) input: SetUpInput,
    @Ctx() context: RequestContext,
  ) {
    return withSession(context, await this.access.setUp(input, context.clientAddress));
  }

  @Mutation(() => SignInResult, { description: 'Begins a session: the answer sets its cookie.' })
  async signIn(
    @Arg('input', () => SignInInput, { description: 'Address and password.' }) input: SignInInput,
    @Ctx() context: RequestContext,
  ) {
    return withSession(context, await this.access.signIn(input, context.clientAddress));
  }

  @Mutation(() => SignedOutType, { description: 'Ends the session of this request.' })
  async signOut(@Ctx() context: RequestContext) {
    const { caller, sessionToken } = context;
    if (caller && sessionToken !== null) await this.access.signOut(sessionToken, caller.name, caller.from);
    context.setSessionToken(null);
    return { ok: true };
  }
}

function withSession<Refused extends { refusal: string }>(
  context: RequestContext,
  result: SignedIn | Refused,
): User | Refused {
  if ('refusal' in result) return result;
  context.setSessionToken(result.sessionToken);
  return result.user;
}
