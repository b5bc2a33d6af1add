import { GraphQLError } from 'graphql';

/** UTF-16 units: no subject, address or name that is searched is longer. */
const LONGEST = 1000;

/** What is searched for, without the space around it; null = nothing. Throws BAD_USER_INPUT where it is part of nothing that is kept. */
export function searchText(typed: string | null | undefined): string | null {
  if ((typed?.length ?? 0) > LONGEST) {
    throw new GraphQLError(`Search for at most ${String(LONGEST)} characters.`, {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  return typed?.trim() || null;
}

/** The pattern of LIKE that finds a text wherever it stands. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, String.raw`\$&`)}%`;
}
