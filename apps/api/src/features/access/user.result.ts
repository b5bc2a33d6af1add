import { ObjectType } from 'type-graphql';
import { InvalidInputType, NameTakenType, NotFoundType, RefusalType } from '../../refusals/refusal.type.ts';
import { resultUnion } from '../../refusals/result-union.type.ts';
import type { LastAdministrator } from './access.requests.ts';
import { ReauthenticationRequiredType } from './access.result.ts';
import { UserType } from './user.type.ts';

@ObjectType('LastAdministrator', {
  implements: RefusalType,
  description: 'Nobody would be left who may manage users.',
  simpleResolvers: true,
})
export class LastAdministratorType extends RefusalType implements LastAdministrator {
  refusal: 'LastAdministrator';
  declare code: 'LAST_ADMINISTRATOR';
}

export const AddUserResult = resultUnion({
  name: 'AddUserResult',
  noun: 'User',
  description: 'The new user, or why there is none.',
  types: () => [UserType, InvalidInputType, NameTakenType, ReauthenticationRequiredType],
});

export const UpdateUserResult = resultUnion({
  name: 'UpdateUserResult',
  noun: 'User',
  description: 'The user as it is now, or why nothing was changed.',
  types: () => [
    UserType,
    InvalidInputType,
    NotFoundType,
    LastAdministratorType,
    ReauthenticationRequiredType,
  ],
});
