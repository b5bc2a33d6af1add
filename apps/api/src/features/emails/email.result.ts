import { Field, ObjectType } from 'type-graphql';
import { InvalidInputType, NotFoundType, RefusalType } from '../../refusals/refusal.type.ts';
import { resultUnion } from '../../refusals/result-union.type.ts';
import { EmailState } from './email-state.ts';
import type { IdempotencyConflict, NoDefaultServer, WrongState } from './email.requests.ts';
import { EmailType } from './email.type.ts';

@ObjectType('NoDefaultServer', {
  implements: RefusalType,
  description: 'The email names no server, and there is no default one.',
  simpleResolvers: true,
})
export class NoDefaultServerType extends RefusalType implements NoDefaultServer {
  refusal: 'NoDefaultServer';
  declare code: 'NO_DEFAULT_SERVER';
}

@ObjectType('IdempotencyConflict', {
  implements: RefusalType,
  description: 'The same idempotencyKey came with another content. Nothing was sent.',
  simpleResolvers: true,
})
export class IdempotencyConflictType extends RefusalType implements IdempotencyConflict {
  refusal: 'IdempotencyConflict';
  declare code: 'IDEMPOTENCY_CONFLICT';
}

@ObjectType('WrongState', {
  implements: RefusalType,
  description: 'The email is past the point where this can be done.',
  simpleResolvers: true,
})
export class WrongStateType extends RefusalType implements WrongState {
  refusal: 'WrongState';
  declare code: 'WRONG_STATE';

  @Field(() => EmailState, { description: 'What it is now.' })
  state: EmailState;
}

export const SendEmailResult = resultUnion({
  name: 'SendEmailResult',
  noun: 'Email',
  description: 'The accepted email, or why it was not accepted.',
  types: () => [EmailType, InvalidInputType, NotFoundType, NoDefaultServerType, IdempotencyConflictType],
});

export const RetryEmailResult = resultUnion({
  name: 'RetryEmailResult',
  noun: 'Email',
  description: 'The email, to be tried now, or why not.',
  types: () => [EmailType, NotFoundType, WrongStateType, InvalidInputType],
});

export const CancelEmailResult = resultUnion({
  name: 'CancelEmailResult',
  noun: 'Email',
  description: 'The cancelled email, or why it was not.',
  types: () => [EmailType, NotFoundType, WrongStateType],
});
