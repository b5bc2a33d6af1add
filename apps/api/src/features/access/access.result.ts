import { Field, ObjectType } from 'type-graphql';
import { InvalidInputType, NotFoundType, RefusalType } from '../../refusals/refusal.type.ts';
import { resultUnion } from '../../refusals/result-union.type.ts';
import type {
  AlreadySetUp,
  PasswordExpired,
  ReauthenticationRequired,
  SecondFactorRequired,
  WrongCredentials,
} from './access.requests.ts';
import {
  EndedSessionType,
  ReauthenticatedType,
  RecoveryCodesType,
  SecondFactorSetUpType,
} from './account.type.ts';
import { UserType } from './user.type.ts';

@ObjectType('WrongCredentials', {
  implements: RefusalType,
  description: 'The address, the password, the code or the set-up token is wrong.',
  simpleResolvers: true,
})
export class WrongCredentialsType extends RefusalType implements WrongCredentials {
  refusal: 'WrongCredentials';
  declare code: 'WRONG_CREDENTIALS';
}

@ObjectType('AlreadySetUp', {
  implements: RefusalType,
  description: 'There is an administrator already.',
  simpleResolvers: true,
})
export class AlreadySetUpType extends RefusalType implements AlreadySetUp {
  refusal: 'AlreadySetUp';
  declare code: 'ALREADY_SET_UP';
}

@ObjectType('PasswordExpired', {
  implements: RefusalType,
  description: 'The password is right, but it was a first one, to be changed within 7 days.',
  simpleResolvers: true,
})
export class PasswordExpiredType extends RefusalType implements PasswordExpired {
  refusal: 'PasswordExpired';
  declare code: 'PASSWORD_EXPIRED';
}

@ObjectType('SecondFactorRequired', {
  implements: RefusalType,
  description: 'The password is right; a code of the second factor must come with it.',
  simpleResolvers: true,
})
export class SecondFactorRequiredType extends RefusalType implements SecondFactorRequired {
  refusal: 'SecondFactorRequired';
  declare code: 'SECOND_FACTOR_REQUIRED';
}

@ObjectType('ReauthenticationRequired', {
  implements: RefusalType,
  description:
    'This needs a proof, not older than ten minutes, that it is you: call reauthenticate, then the same mutation again.',
  simpleResolvers: true,
})
export class ReauthenticationRequiredType extends RefusalType implements ReauthenticationRequired {
  refusal: 'ReauthenticationRequired';
  declare code: 'REAUTHENTICATION_REQUIRED';

  @Field(() => Boolean, { description: 'Will a code of your second factor do as well as the password?' })
  acceptsCode: boolean;
}

export const SetUpResult = resultUnion({
  name: 'SetUpResult',
  noun: 'User',
  description: 'The first administrator, or why there is none.',
  types: () => [UserType, InvalidInputType, WrongCredentialsType, AlreadySetUpType],
});

export const SignInResult = resultUnion({
  name: 'SignInResult',
  noun: 'User',
  description: 'Who is signed in now, or why nobody is.',
  types: () => [
    UserType,
    WrongCredentialsType,
    InvalidInputType,
    SecondFactorRequiredType,
    PasswordExpiredType,
  ],
});

export const ReauthenticateResult = resultUnion({
  name: 'ReauthenticateResult',
  noun: 'Reauthenticated',
  description: 'Until when it counts, or why it does not.',
  types: () => [ReauthenticatedType, WrongCredentialsType],
});

export const ChangeOwnPasswordResult = resultUnion({
  name: 'ChangeOwnPasswordResult',
  noun: 'User',
  description: 'You, or why the password stayed as it was.',
  types: () => [UserType, InvalidInputType, WrongCredentialsType],
});

export const EndOwnSessionResult = resultUnion({
  name: 'EndOwnSessionResult',
  noun: 'EndedSession',
  description: 'The session that is over, or why none is.',
  types: () => [EndedSessionType, NotFoundType],
});

export const SetUpSecondFactorResult = resultUnion({
  name: 'SetUpSecondFactorResult',
  noun: 'SecondFactorSetUp',
  description: 'What the authenticator app needs, or why there is nothing.',
  types: () => [SecondFactorSetUpType, ReauthenticationRequiredType],
});

export const ConfirmSecondFactorResult = resultUnion({
  name: 'ConfirmSecondFactorResult',
  noun: 'RecoveryCodes',
  description: 'The recovery codes, shown this once, or why the second factor does not count yet.',
  types: () => [RecoveryCodesType, WrongCredentialsType, NotFoundType],
});

export const RenewRecoveryCodesResult = resultUnion({
  name: 'RenewRecoveryCodesResult',
  noun: 'RecoveryCodes',
  description: 'New recovery codes, shown this once, or why there are none.',
  types: () => [RecoveryCodesType, ReauthenticationRequiredType, NotFoundType],
});

export const DisableSecondFactorResult = resultUnion({
  name: 'DisableSecondFactorResult',
  noun: 'User',
  description: 'You, who need no code any more, or why you still do.',
  types: () => [UserType, ReauthenticationRequiredType, NotFoundType],
});
