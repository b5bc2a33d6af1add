import { ObjectType } from 'type-graphql';
import { InvalidInputType, RefusalType } from '../../refusals/refusal.type.ts';
import { resultUnion } from '../../refusals/result-union.type.ts';
import type { AlreadySetUp, WrongCredentials } from './access.requests.ts';
import { UserType } from './user.type.ts';

@ObjectType('WrongCredentials', {
  implements: RefusalType,
  description: 'The address, the password or the set-up token is wrong.',
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
  types: () => [UserType, WrongCredentialsType, InvalidInputType],
});
