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
        const [problem] = variableProblems(schema, operation, request.variables ?? {});
        if (problem !== undefined) {
          throw new GraphQLError(problem, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
        }
        return Promise.resolve();
      },
    }),
};

export function variableProblems(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Variables,
): string[] {
  return (operation.variableDefinitions ?? []).flatMap((definition) => {
    const type = typeFromAST(schema, definition.type);
    const name = definition.variable.name.value;
    const value = variables[name];
    if (!isInputType(type)) return [];
    if (value === undefined) {
      const isMissing = isNonNullType(type) && definition.defaultValue === undefined;
      return isMissing ? [`Give a value for the variable $${name}: ${String(type)} is expected.`] : [];
    }
    const problems: string[] = [];
    coerceInputValue(value, type, (path) => {
      problems.push(
        `The variable $${[name, ...path].join('.')} is not of the type that is expected: ${expectedAt(type, path)}.`,
      );
    });
    return problems;
  });
}

/** The type at a place inside an input; an object's fields where the place itself is an object. */
function expectedAt(type: GraphQLInputType, path: readonly (string | number)[]): string {
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
