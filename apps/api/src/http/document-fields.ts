import {
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** The names of an operation's root fields, as often as each is asked for; fragments are followed. */
export function rootFields(document: DocumentNode, operation: OperationDefinitionNode): string[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const names: string[] = [];
  const followed = new Set<string>();
  const follow = ({ selections }: SelectionSetNode): void => {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) names.push(node.name.value);
      else if (node.kind === Kind.INLINE_FRAGMENT) follow(node.selectionSet);
      // A second spread merges with the first: the same fields are answered once.
      else if (!followed.has(node.name.value)) {
        followed.add(node.name.value);
        const fragment = fragments.get(node.name.value);
        if (fragment) follow(fragment.selectionSet);
      }
    }
  };
  follow(operation.selectionSet);
  return names;
}

/** Where a document asks for the schema itself, wherever in it. */
export function introspectionFields(document: DocumentNode): string[] {
  const names: string[] = [];
  visit(document, {
    Field: ({ name: { value } }) => {
      if (value === '__schema' || value === '__type') names.push(value);
    },
  });
  return names;
}
