import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';

type Slot = GraphQLArgument | GraphQLInputField;

/**
 * The smallest document that calls an operation: what is required gets a placeholder of its type, and what `given` names (arguments and
 * input fields alike) its literal.
 */
export function operationDocument(
  root: 'Query' | 'Mutation',
  field: GraphQLField<unknown, unknown>,
  given: Readonly<Record<string, string>> = {},
): string {
  const args = filled(field.args, given);
  const selection = isLeaf(field) ? '' : ' { __typename }';
  return `${root.toLowerCase()} { ${field.name}${args && `(${args})`}${selection} }`;
}

/** Every argument and input field that a caller can give, however deep. */
export function slotsOf(field: { args: readonly Slot[] }): Slot[] {
  return field.args.flatMap((slot) => [slot, ...inner(slot)]);
}

function inner(slot: Slot): Slot[] {
  const named = getNamedType(slot.type);
  return isInputObjectType(named) ? slotsOf({ args: Object.values(named.getFields()) }) : [];
}

function isLeaf(field: GraphQLField<unknown, unknown>): boolean {
  const named = getNamedType(field.type);
  return !('getFields' in named || 'getTypes' in named);
}

function filled(slots: readonly Slot[], given: Readonly<Record<string, string>>): string {
  return slots
    .filter((slot) => slot.name in given || (isNonNullType(slot.type) && slot.defaultValue === undefined))
    .map((slot) => `${slot.name}: ${given[slot.name] ?? placeholder(slot.type, given)}`)
    .join(', ');
}

function placeholder(type: GraphQLInputType, given: Readonly<Record<string, string>>): string {
  if (isNonNullType(type)) return placeholder(type.ofType, given);
  if (isListType(type)) return `[${placeholder(type.ofType, given)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (!isInputObjectType(type)) return '"x"';
  if (!type.isOneOf) return `{ ${filled(Object.values(type.getFields()), given)} }`;
  const [first = ''] = Object.keys(type.getFields());
  return `{ ${first}: ${given[first] ?? '"x"'} }`;
}
