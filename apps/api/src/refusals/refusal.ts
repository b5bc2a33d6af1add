/**
 * What a correct client must be able to handle, told as data instead of thrown: a use case returns what was asked for or one of these.
 * `refusal` names the GraphQL type that carries it.
 */
export interface InvalidInput {
  refusal: 'InvalidInput';
  code: 'INVALID_INPUT';
  message: string;
  problems: InputProblem[];
}

/** One field that cannot be taken as it is. `path` is the field's place in the input: "port", "to[1]". */
export interface InputProblem {
  path: string;
  code: InputProblemCode;
  message: string;
}

export type InputProblemCode =
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'OUT_OF_RANGE'
  | 'BAD_FORMAT'
  | 'CONTROL_CHARACTER'
  | 'ADDRESS_NOT_VALID'
  | 'ADDRESS_NOT_STRICT'
  | 'PASSWORDS_DIFFER'
  | 'PASSWORD_TOO_SHORT'
  | 'PASSWORD_LEAKED'
  | 'PASSWORD_UNCHANGED'
  | 'DESTINATION_UNCHANGED'
  | 'SERVERS_REQUIRED'
  | 'SERVER_DISABLED'
  | 'ATTACHMENTS_TOO_LARGE'
  | 'UPLOAD_NOT_FOUND'
  | 'NOT_BASE64'
  | 'HEADER_NOT_ALLOWED'
  | 'NOT_FOR_FAX'
  | 'NUMBER_NOT_VALID'
  | 'TYPE_NOT_ALLOWED'
  | 'TEMPLATE_NOT_VALID'
  | 'PEM_NOT_VALID'
  | 'PEM_HAS_PRIVATE_KEY'
  | 'TOO_MANY'
  | 'NO_RECIPIENT';

export interface NotFound {
  refusal: 'NotFound';
  code: 'NOT_FOUND';
  message: string;
}

export interface NameTaken {
  refusal: 'NameTaken';
  code: 'NAME_TAKEN';
  message: string;
}

export type Refusal<Name extends string = string> = { refusal: Name; code: string; message: string };

/** The refusal for `problems`, or null where there are none. */
export function invalidInput(problems: InputProblem[]): InvalidInput | null {
  const [first] = problems;
  if (first === undefined) return null;
  const message =
    problems.length === 1 ? first.message : `${String(problems.length)} fields need a change: see problems.`;
  return { refusal: 'InvalidInput', code: 'INVALID_INPUT', message, problems };
}

/** The same for one problem. */
export function invalidField(path: string, code: InputProblemCode, message: string): InvalidInput {
  return { refusal: 'InvalidInput', code: 'INVALID_INPUT', message, problems: [{ path, code, message }] };
}

export function notFound(message: string): NotFound {
  return { refusal: 'NotFound', code: 'NOT_FOUND', message };
}

export function nameTaken(message: string): NameTaken {
  return { refusal: 'NameTaken', code: 'NAME_TAKEN', message };
}
