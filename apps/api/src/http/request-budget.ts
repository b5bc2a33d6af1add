import { GraphQLError } from 'graphql';

/** Resolvers that one request may run: more than a page of 100 of anything needs. */
const MOST_CALLS = 20_000;

/**
 * What one request may still spend. A request whose time is up has been answered; this ends what it would still begin: statements under
 * way end by their own time limit (30 s), a test email by its deadline.
 */
export class RequestBudget {
  private readonly deadline: number;
  private readonly clock: () => number;
  private calls = 0;

  constructor(timeLimitMs: number, clock: () => number = () => performance.now()) {
    this.clock = clock;
    this.deadline = clock() + timeLimitMs;
  }

  /** Before each resolver. Throws when nothing is left. */
  spend(): void {
    this.calls += 1;
    if (this.calls > MOST_CALLS)
      throw overBudget('The answer is too large: ask for shorter pages or fewer fields.');
    if (this.clock() > this.deadline) throw overBudget(OUT_OF_TIME);
  }
}

export const OUT_OF_TIME = 'This took too long and was stopped: ask for less, or try again later.';

function overBudget(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'SERVICE_UNAVAILABLE' } });
}
