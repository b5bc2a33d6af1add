import { createUnionType } from 'type-graphql';

type GraphQLClass = abstract new () => object;

/**
 * The union a mutation answers with: the noun, or one of the refusals. A value that carries no `refusal` tag is the noun, so that a
 * use case may return plain domain values.
 */
export function resultUnion(union: {
  name: string;
  noun: string;
  description: string;
  types: () => readonly GraphQLClass[];
}): ReturnType<typeof createUnionType> {
  return createUnionType({
    name: union.name,
    description: union.description,
    // createUnionType wants concrete classes; type-graphql never calls them.
    types: union.types as unknown as () => (new () => object)[],
    resolveType: (value: { refusal?: string }) => value.refusal ?? union.noun,
  });
}
