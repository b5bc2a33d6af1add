import type { ApolloServerPlugin } from '@apollo/server';
import {
  coerceInputValue,
  getNamedType,
  GraphQLError,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/**
 * Checks the variables before graphql-js does, because its messages repeat the values that were sent, passwords included. These name the
 * place and the type that is expected there.
 */
export const variableCheck: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation, request, schema }) => {
        if (operation === undefined) return Promise.resolve();
        const problem = variableProblem(schema, operation, request.variables ?? {});
        if (problem !== null) {
          throw new GraphQLError(problem, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
        }
        return Promise.resolve();
      },
    }),
};

/** The first thing that is wrong; null = nothing. A long list of wrong values costs no more than one of them. */
export function variableProblem(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Variables,
): string | null {
  for (const definition of operation.variableDefinitions ?? []) {
    const type = typeFromAST(schema, definition.type);
    const name = definition.variable.name.value;
    const value = variables[name];
    if (!isInputType(type)) continue;
    if (value === undefined) {
      const isMissing = isNonNullType(type) && definition.defaultValue === undefined;
      if (isMissing) return `Give a value for the variable $${name}: ${String(type)} is expected.`;
      continue;
    }
    const path = misfit(value, type);
    if (path === null) continue;
    return `The variable $${[name, ...path].join('.')} is not of the type that is expected: ${expectedAt(type, path)}.`;
  }
  return null;
}

type Path = readonly (string | number)[];

/** Where a value first differs from its type; null = nowhere. */
function misfit(value: unknown, type: GraphQLInputType): Path | null {
  let found: Path | null = null;
  try {
    coerceInputValue(value, type, (path) => {
      found = path;
      throw STOP;
    });
  } catch (error) {
    if (error !== STOP) throw error;
  }
  return found;
}

/** The only way to end coerceInputValue early. */
const STOP = new Error('the value does not fit');

/** The type at a place inside an input; an object's fields where the place itself is an object. */
function expectedAt(type: GraphQLInputType, path: Path): string {
  let at: GraphQLInputType = type;
  for (const key of path) {
    const inner: GraphQLInputType = isNonNullType(at) ? at.ofType : at;
    if (typeof key === 'number' && isListType(inner)) at = inner.ofType;
    else if (typeof key === 'string' && isInputObjectType(inner)) at = inner.getFields()[key]?.type ?? at;
  }
  const named = getNamedType(at);
  return isInputObjectType(named)
    ? `${String(at)} with the fields that it requires, and no others`
    : String(at);
}
