import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  typeFromAST,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** What a list may hold that says nothing of its length. */
const LIST = 10;
/** The whole schema, as text. */
const INTROSPECTION = 5000;

/**
 * How many values an answer to this may hold, at a guess: each field counts one, and what lies in a list as often as the list is long:
 * `first` of them, or ten. A fragment is counted once and then remembered, so that a bomb of fragments costs no time here. It depends
 * on the document and on `first`, never on how much is sent in other variables.
 */
export function documentCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number {
  const root = schema.getRootType(operation.operation);
  return root
    ? new CostOf(schema, document, operation, variables).selections(operation.selectionSet, root)
    : 0;
}

class CostOf {
  private readonly schema: GraphQLSchema;
  private readonly variables: Variables;
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly known = new Map<string, number>();
  /** Of variables that are not given. */
  private readonly defaults = new Map<string, number>();

  constructor(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
  ) {
    this.schema = schema;
    this.variables = variables;
    for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
      if (defaultValue?.kind === Kind.INT) this.defaults.set(variable.name.value, Number(defaultValue.value));
    }
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(node.name.value, node);
    }
  }

  selections({ selections }: SelectionSetNode, parent: GraphQLCompositeType): number {
    let cost = 0;
    for (const node of selections) {
      if (node.kind === Kind.FIELD) cost += this.field(node, parent);
      else if (node.kind === Kind.FRAGMENT_SPREAD) cost += this.fragment(node.name.value);
      else {
        const type = node.typeCondition ? typeFromAST(this.schema, node.typeCondition) : parent;
        if (isCompositeType(type)) cost += this.selections(node.selectionSet, type);
      }
    }
    return cost;
  }

  private fragment(name: string): number {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    // Until it is known: one that holds itself is refused elsewhere, and must end here.
    this.known.set(name, 0);
    const fragment = this.fragments.get(name);
    const type = fragment && typeFromAST(this.schema, fragment.typeCondition);
    const cost = fragment && isCompositeType(type) ? this.selections(fragment.selectionSet, type) : 0;
    this.known.set(name, cost);
    return cost;
  }

  private field(node: FieldNode, parent: GraphQLCompositeType): number {
    const name = node.name.value;
    if (name === '__schema' || name === '__type') return INTROSPECTION;
    const field = 'getFields' in parent ? parent.getFields()[name] : undefined;
    const type = field && getNamedType(field.type);
    if (!field || !node.selectionSet || !isCompositeType(type)) return 1;
    return 1 + this.length(node, field, parent) * this.selections(node.selectionSet, type);
  }

  private length(
    node: FieldNode,
    field: GraphQLField<unknown, unknown>,
    parent: GraphQLCompositeType,
  ): number {
    const first = field.args.find((arg) => arg.name === 'first');
    if (first !== undefined) {
      const given = node.arguments?.find((argument) => argument.name.value === 'first')?.value;
      const value =
        given?.kind === Kind.INT
          ? Number(given.value)
          : given?.kind === Kind.VARIABLE
            ? (this.variables[given.name.value] ?? this.defaults.get(given.name.value))
            : undefined;
      return Math.max(1, typeof value === 'number' ? value : Number(first.defaultValue));
    }
    // What lies in a connection was counted with it.
    const isPage = isObjectType(parent) && parent.name.endsWith('Connection');
    return isListType(getNullableType(field.type)) && !isPage ? LIST : 1;
  }
}
