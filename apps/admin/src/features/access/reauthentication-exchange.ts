import type { Exchange, Operation, OperationResult } from '@urql/vue';
import { filter, makeSubject, merge, pipe } from 'wonka';
import type { ProofAsked } from './reauthentication.ts';

/**
 * Holds a mutation that is refused until the person has proved who they are, and sends it again then. Whoever called it sees one mutation
 * that took longer: no form has to know, and nothing typed is lost. Without the proof the refusal is the answer.
 */
export function reauthenticationExchange(prove: (asked: ProofAsked) => Promise<boolean>): Exchange {
  return ({ forward }) =>
    (operations) => {
      const again = makeSubject<Operation>();
      const refused = makeSubject<OperationResult>();

      async function hold(result: OperationResult, asked: ProofAsked) {
        if (await prove(asked)) again.next(result.operation);
        else refused.next(result);
      }

      const answered = pipe(
        forward(merge([operations, again.source])),
        filter((result) => {
          const asked = proofAsked(result);
          if (asked) void hold(result, asked);
          return asked === null;
        }),
      );
      return merge([answered, refused.source]);
    };
}

/** null = the result is no such refusal. */
function proofAsked({ operation, data }: OperationResult<unknown>): ProofAsked | null {
  if (operation.kind !== 'mutation' || typeof data !== 'object' || data === null) return null;
  const refusal: unknown = Object.values(data).find(isReauthenticationRequired);
  return isReauthenticationRequired(refusal) ? { acceptsCode: refusal.acceptsCode === true } : null;
}

function isReauthenticationRequired(value: unknown): value is { acceptsCode?: unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    '__typename' in value &&
    value.__typename === 'ReauthenticationRequired'
  );
}
