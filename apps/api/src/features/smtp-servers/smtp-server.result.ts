import { Field, ID, Int, ObjectType } from 'type-graphql';
import { InvalidInputType, NameTakenType, NotFoundType, RefusalType } from '../../refusals/refusal.type.ts';
import { resultUnion } from '../../refusals/result-union.type.ts';
import { ReauthenticationRequiredType } from '../access/index.ts';
import type { EditConflict, ServerInUse } from './smtp-server.requests.ts';
import { SmtpServerType } from './smtp-server.type.ts';

@ObjectType('EditConflict', {
  implements: RefusalType,
  description: 'Someone saved in between: `revision` in the input was not the current one.',
  simpleResolvers: true,
})
export class EditConflictType extends RefusalType implements EditConflict {
  refusal: 'EditConflict';
  declare code: 'EDIT_CONFLICT';

  @Field(() => Int, { description: 'The revision that stands now.' })
  currentRevision: number;

  @Field(() => SmtpServerType, { description: 'The server as it stands now.' })
  current: SmtpServerType;
}

@ObjectType('ServerInUse', {
  implements: RefusalType,
  description: 'Mail still waits for this server, or it is the default one and not the last.',
  simpleResolvers: true,
})
export class ServerInUseType extends RefusalType implements ServerInUse {
  refusal: 'ServerInUse';
  declare code: 'SERVER_IN_USE';

  @Field(() => Int, { description: 'Emails that wait for it.' })
  waitingEmails: number;

  @Field(() => Boolean, { description: 'Is it the default server?' })
  isDefault: boolean;
}

@ObjectType('DeletedSmtpServer', { description: 'The server is gone.', simpleResolvers: true })
export class DeletedSmtpServerType {
  @Field(() => ID, { description: 'The id that it had.' })
  id: string;
}

export const AddSmtpServerResult = resultUnion({
  name: 'AddSmtpServerResult',
  noun: 'SmtpServer',
  description: 'The new server, or why it was not added.',
  types: () => [SmtpServerType, InvalidInputType, NameTakenType, ReauthenticationRequiredType],
});

export const UpdateSmtpServerResult = resultUnion({
  name: 'UpdateSmtpServerResult',
  noun: 'SmtpServer',
  description: 'The server as it is now, or why nothing was changed.',
  types: () => [
    SmtpServerType,
    InvalidInputType,
    NameTakenType,
    NotFoundType,
    EditConflictType,
    ReauthenticationRequiredType,
  ],
});

export const ChangePasswordResult = resultUnion({
  name: 'ChangePasswordResult',
  noun: 'SmtpServer',
  description: 'The server, or why its password was not changed.',
  types: () => [SmtpServerType, InvalidInputType, NotFoundType, EditConflictType],
});

export const SetDefaultSmtpServerResult = resultUnion({
  name: 'SetDefaultSmtpServerResult',
  noun: 'SmtpServer',
  description: 'The new default server, or why it cannot be it.',
  types: () => [SmtpServerType, NotFoundType, InvalidInputType],
});

export const DeleteSmtpServerResult = resultUnion({
  name: 'DeleteSmtpServerResult',
  noun: 'DeletedSmtpServer',
  description: 'What was deleted, or why it was not.',
  types: () => [DeletedSmtpServerType, NotFoundType, ServerInUseType],
});
