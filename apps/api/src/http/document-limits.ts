import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import {
  getOperationAST,
  GraphQLError,
  MaxIntrospectionDepthRule,
  parse,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
  type ParseOptions,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { documentCost } from './document-cost.ts';
import { introspectionFields, rootFields } from './document-fields.ts';
import { oneProofRule } from './one-proof-rule.ts';
import { repeatedFieldRule } from './repeated-field-rule.ts';
import { variableExcess } from './variable-limits.ts';

/** Characters; what is long belongs into variables. */
const LONGEST = 100_000;
const MOST_TOKENS = 2000;
/** Nested selections, fragments counted; deeper than any screen asks. */
const DEEPEST = 12;
const MOST_ALIASES = 15;
const MOST_DIRECTIVES = 20;
/** Of values in the answer: a page of 100 emails with all that is known of each. */
export const HIGHEST_COST = 50_000;

interface KnownDocument {
  document: DocumentNode;
  asksForSchema: boolean;
}

/** Documents that are remembered: together at most 25 MB of text. */
const MOST_KNOWN = 250;

export const parseOptions: ParseOptions = { maxLexicalTokens: MOST_TOKENS };

/** So long an operation may take, */
const EXECUTION_MS = 10_000;
/** and so much longer where it asks for what takes longer by its nature. */
const SLOW_MS: ReadonlyMap<string, number> = new Map([
  ['sendTestEmail', 190_000],
  ['discoverSmtpServers', 30_000],
]);

const rules: ValidationRule[] = [
  MaxIntrospectionDepthRule,
  oneProofRule,
  repeatedFieldRule,
  armored(
    maxDepthRule,
    DEEPEST,
    `The document is nested too deeply: at most ${String(DEEPEST)} levels, fragments counted.`,
  ),
  armored(
    // It would not count those of __typename.
    (options) => maxAliasesRule({ ...options, allowList: [] }),
    MOST_ALIASES,
    `The document has too many aliases: at most ${String(MOST_ALIASES)}. Send several documents.`,
  ),
  armored(
    maxDirectivesRule,
    MOST_DIRECTIVES,
    `The document has too many directives: at most ${String(MOST_DIRECTIVES)}.`,
  ),
];

export interface GraphqlRequest {
  query: string;
  operationName?: string | null;
  variables?: Readonly<Record<string, unknown>> | null;
}

export type CheckedDocument =
  /** What is wrong with it, in a sentence. */
  | { refused: string }
  /** `asksForSchema`: introspection. Nothing is known of a document that is not valid: whoever runs it says so. */
  | { asksForSchema: boolean; isSubscription: boolean; timeLimitMs: number };

/**
 * What a document may ask for, looked at before anything else is done with it: graphql-js's own rules take minutes for some of what is
 * refused here.
 */
export class DocumentLimits {
  private readonly schema: GraphQLSchema;
  private readonly executionMs: number;
  private readonly known = new Map<string, KnownDocument>();

  constructor(schema: GraphQLSchema, executionMs = EXECUTION_MS) {
    this.schema = schema;
    this.executionMs = executionMs;
  }

  check({ query, operationName, variables }: GraphqlRequest): CheckedDocument {
    if (query.length > LONGEST) {
      return {
        refused: `The document is too long: at most ${String(LONGEST)} characters. Send values as variables.`,
      };
    }
    const given = typeof variables === 'object' ? (variables ?? {}) : {};
    const excess = variableExcess(given);
    if (excess !== null) return { refused: excess };
    const known = this.known.get(query) ?? this.read(query);
    if (known === null) return NOT_VALID;
    if ('refused' in known) return known;
    const { document, asksForSchema } = known;
    const operation = getOperationAST(document, operationName);
    if (!operation) return NOT_VALID;
    const cost = documentCost(this.schema, document, operation, given);
    if (cost > HIGHEST_COST) {
      return {
        refused: `The answer could hold ${String(cost)} values, and ${String(HIGHEST_COST)} is the most: ask for fewer fields, or for shorter pages.`,
      };
    }
    return {
      asksForSchema,
      isSubscription: operation.operation === OperationTypeNode.SUBSCRIPTION,
      timeLimitMs: this.executionMs + slowness(document, operation),
    };
  }

  /** null = it is not GraphQL. What is not refused is remembered: clients send the same few documents again and again. */
  private read(query: string): KnownDocument | { refused: string } | null {
    const document = parsed(query);
    if (document === null) return null;
    const [problem] = validate(this.schema, document, rules, { maxErrors: 1 });
    if (problem !== undefined) return { refused: problem.message };
    const [oldest] = this.known.keys();
    if (this.known.size >= MOST_KNOWN && oldest !== undefined) this.known.delete(oldest);
    const known = { document, asksForSchema: introspectionFields(document).length > 0 };
    this.known.set(query, known);
    return known;
  }
}

const NOT_VALID: CheckedDocument = { asksForSchema: false, isSubscription: false, timeLimitMs: EXECUTION_MS };

function slowness(document: DocumentNode, operation: OperationDefinitionNode): number {
  const slow = rootFields(document, operation).map((name) => SLOW_MS.get(name) ?? 0);
  return slow.reduce((sum, each) => sum + each, 0);
}

function parsed(query: string): DocumentNode | null {
  try {
    return parse(query, parseOptions);
  } catch {
    return null;
  }
}

/** A rule of graphql-armor that says what is wrong in our words. */
function armored(
  rule: (options: {
    n: number;
    propagateOnRejection: false;
    onReject: ((context: ValidationContext | null) => void)[];
  }) => ValidationRule,
  n: number,
  message: string,
): ValidationRule {
  const onReject = [
    (context: ValidationContext | null) => {
      context?.reportError(new GraphQLError(message));
    },
  ];
  return rule({ n, propagateOnRejection: false, onReject });
}
