import { InvalidInputType, NotFoundType } from '../../refusals/refusal.type.ts';
import { resultUnion } from '../../refusals/result-union.type.ts';
import { ReauthenticationRequiredType } from './access.result.ts';
import { CreatedApiTokenType, RevokedApiTokenType } from './api-token.type.ts';

export const CreateApiTokenResult = resultUnion({
  name: 'CreateApiTokenResult',
  noun: 'CreatedApiToken',
  description: 'The new token and its secret, or why there is none.',
  types: () => [CreatedApiTokenType, InvalidInputType, NotFoundType, ReauthenticationRequiredType],
});

export const RevokeApiTokenResult = resultUnion({
  name: 'RevokeApiTokenResult',
  noun: 'RevokedApiToken',
  description: 'The token that counts no more, or why none was revoked.',
  types: () => [RevokedApiTokenType, NotFoundType],
});
