import { Arg, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { ChangeOwnPasswordInput, ReauthenticateInput } from './access.input.ts';
import { withSession } from './access.resolver.ts';
import {
  ChangeOwnPasswordResult,
  ConfirmSecondFactorResult,
  DisableSecondFactorResult,
  EndOwnSessionResult,
  ReauthenticateResult,
  RenewRecoveryCodesResult,
  SetUpSecondFactorResult,
} from './access.result.ts';
import type { AccountService } from './account.service.ts';
import { EndedSessionsType, SecondFactorType, SessionType } from './account.type.ts';
import { callerOf, personOf, type RequestContext } from './request-context.ts';
import { Rule } from './rule.ts';
import type { SecondFactors } from './second-factors.service.ts';

/** What people do with their own account, whatever their role. */
@Resolver()
export class AccountResolver {
  private readonly account: AccountService;
  private readonly secondFactors: SecondFactors;

  constructor(account: AccountService, secondFactors: SecondFactors) {
    this.account = account;
    this.secondFactors = secondFactors;
  }

  @Authorized(Rule.PERSON)
  @Query(() => [SessionType], { description: 'Where you are signed in, the last used first.' })
  ownSessions(@Ctx() context: RequestContext) {
    return this.account.sessions(callerOf(context));
  }

  @Authorized(Rule.PERSON)
  @Query(() => SecondFactorType, {
    nullable: true,
    description: 'Your second factor; null = a password is all that you sign in with.',
  })
  ownSecondFactor(@Ctx() context: RequestContext) {
    return this.secondFactors.of(personOf(callerOf(context)));
  }

  @Authorized(Rule.PERSON)
  @Mutation(() => EndOwnSessionResult, { description: 'Signs you out somewhere.' })
  endOwnSession(
    @Arg('id', () => ID, { description: 'Which session.' }) id: string,
    @Ctx() context: RequestContext,
  ) {
    return this.account.endSession(id, callerOf(context));
  }

  @Authorized(Rule.PERSON)
  @Mutation(() => EndedSessionsType, { description: 'Signs you out everywhere but here.' })
  endOtherOwnSessions(@Ctx() context: RequestContext) {
    return this.account.endOtherSessions(callerOf(context));
  }

  @Authorized(Rule.PERSON)
  @Mutation(() => ChangeOwnPasswordResult, {
    description: 'Changes your password, ends every session of yours and begins a new one here.',
  })
  async changeOwnPassword(
    @Arg('input', () => ChangeOwnPasswordInput, { description: 'The old one and the new one.' })
    input: ChangeOwnPasswordInput,
    @Ctx() context: RequestContext,
  ) {
    const result = await this.account.changePassword(input, callerOf(context), context.client);
    return withSession(context, result);
  }

  @Authorized(Rule.PERSON)
  @Mutation(() => ReauthenticateResult, {
    description: 'Proves that it is still you, for the mutations that ask for it, for ten minutes.',
  })
  async reauthenticate(
    @Arg('input', () => ReauthenticateInput, { description: 'Password or code.' }) input: ReauthenticateInput,
    @Ctx() context: RequestContext,
  ) {
    const result = await this.account.reauthenticate(input, callerOf(context));
    if ('sessionToken' in result) context.setSessionToken(result.sessionToken);
    return result;
  }

  @Authorized(Rule.PERSON)
  @Mutation(() => SetUpSecondFactorResult, {
    description:
      'Makes a secret for an authenticator app. One that you have counts on until the new one is confirmed.',
  })
  setUpSecondFactor(@Ctx() context: RequestContext) {
    return this.secondFactors.setUp(callerOf(context));
  }

  @Authorized(Rule.PERSON)
  @Mutation(() => ConfirmSecondFactorResult, {
    description: 'Takes a first code of the app: from now on a sign-in asks for one.',
  })
  confirmSecondFactor(
    @Arg('code', () => String, { description: 'What the app shows.' }) code: string,
    @Ctx() context: RequestContext,
  ) {
    return this.secondFactors.confirm(code, callerOf(context));
  }

  @Authorized(Rule.PERSON)
  @Mutation(() => RenewRecoveryCodesResult, { description: 'Makes new recovery codes; the old ones end.' })
  renewRecoveryCodes(@Ctx() context: RequestContext) {
    return this.secondFactors.renewRecoveryCodes(callerOf(context));
  }

  @Authorized(Rule.PERSON)
  @Mutation(() => DisableSecondFactorResult, { description: 'Makes the password enough again.' })
  disableSecondFactor(@Ctx() context: RequestContext) {
    return this.secondFactors.disable(callerOf(context));
  }
}
