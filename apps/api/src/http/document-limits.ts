import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, MaxIntrospectionDepthRule, type ParseOptions, type ValidationRule } from 'graphql';

/** Nested selections, fragments counted; deeper than any screen asks. */
const DEEPEST = 12;
const MOST_TOKENS = 2000;

/** What a document may cost before it is run. */
export const documentLimits: { validationRules: ValidationRule[]; parseOptions: ParseOptions } = {
  parseOptions: { maxLexicalTokens: MOST_TOKENS },
  validationRules: [
    MaxIntrospectionDepthRule,
    maxDepthRule({
      n: DEEPEST,
      propagateOnRejection: false,
      onReject: [
        (context) => {
          context?.reportError(
            new GraphQLError(
              `The document is nested too deeply: at most ${String(DEEPEST)} levels, fragments counted.`,
            ),
          );
        },
      ],
    }),
  ],
};
