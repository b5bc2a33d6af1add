import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql';
import { rootFields } from './document-fields.ts';

/** Mutations that take a password, a code or a token and say whether it is right. */
const PROOFS: ReadonlySet<string> = new Set([
  'setUp',
  'signIn',
  'reauthenticate',
  'changeOwnPassword',
  'confirmSecondFactor',
]);

/**
 * A document holds one proof at most. Guesses are counted one by one wherever they come from; this keeps a hundred of them from coming as
 * one request, by aliases or fragments.
 */
export function oneProofRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition: (operation) => {
      const proofs = rootFields(context.getDocument(), operation).filter((name) => PROOFS.has(name));
      if (proofs.length <= 1) return;
      context.reportError(
        new GraphQLError('Send one sign-in, or other proof of who you are, in a document.', {
          nodes: [operation],
        }),
      );
    },
  };
}
