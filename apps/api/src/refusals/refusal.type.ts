import { Field, InterfaceType, ObjectType } from 'type-graphql';
import type { InputProblem, InvalidInput, NameTaken, NotFound, Refusal } from './refusal.ts';

@InterfaceType('Refusal', {
  description: 'Something that was not done, and why. Nothing was changed.',
  resolveType: (value: Refusal) => value.refusal,
})
export abstract class RefusalType {
  @Field(() => String, { description: 'Stable, in SCREAMING_CASE: what a program decides by.' })
  code: string;

  @Field(() => String, { description: 'One English sentence that says what to do.' })
  message: string;
}

@ObjectType('InputProblem', {
  description: 'One field of the input that cannot be taken as it is.',
  simpleResolvers: true,
})
export class InputProblemType implements InputProblem {
  @Field(() => String, { description: 'The place in the input: "port", "to[1]", "attachments[0].filename".' })
  path: string;

  @Field(() => String, {
    description:
      'Stable: REQUIRED, TOO_LONG, OUT_OF_RANGE, BAD_FORMAT, CONTROL_CHARACTER, ADDRESS_NOT_VALID, ADDRESS_NOT_STRICT, ' +
      'PASSWORDS_DIFFER, PASSWORD_TOO_SHORT, PASSWORD_LEAKED, PASSWORD_UNCHANGED, DESTINATION_UNCHANGED, SERVERS_REQUIRED, SERVER_DISABLED, ' +
      'ATTACHMENTS_TOO_LARGE, UPLOAD_NOT_FOUND, NOT_BASE64, HEADER_NOT_ALLOWED, NOT_FOR_FAX, NUMBER_NOT_VALID, ' +
      'TYPE_NOT_ALLOWED, TEMPLATE_NOT_VALID, PEM_NOT_VALID, PEM_HAS_PRIVATE_KEY, TOO_MANY, NO_RECIPIENT.',
  })
  code: InputProblem['code'];

  @Field(() => String, { description: 'One English sentence that says what to do.' })
  message: string;
}

@ObjectType('InvalidInput', {
  implements: RefusalType,
  description: 'Fields of the input cannot be taken as they are; nothing was changed.',
  simpleResolvers: true,
})
export class InvalidInputType extends RefusalType implements InvalidInput {
  refusal: 'InvalidInput';
  declare code: 'INVALID_INPUT';

  @Field(() => [InputProblemType], { description: 'Every problem that was found, field by field.' })
  problems: InputProblemType[];
}

@ObjectType('NotFound', {
  implements: RefusalType,
  description: 'There is nothing with this id or name.',
  simpleResolvers: true,
})
export class NotFoundType extends RefusalType implements NotFound {
  refusal: 'NotFound';
  declare code: 'NOT_FOUND';
}

@ObjectType('NameTaken', {
  implements: RefusalType,
  description:
    'Another one has this name already; names are compared without regard to upper and lower case.',
  simpleResolvers: true,
})
export class NameTakenType extends RefusalType implements NameTaken {
  refusal: 'NameTaken';
  declare code: 'NAME_TAKEN';
}
