import { stringifyDocument } from '@urql/vue';
import type { DocumentNode } from 'graphql';
import { withoutSecrets } from './without-secrets.ts';

/** One operation of the API, as the panel sends it. */
export interface ApiCall {
  document: DocumentNode;
  variables: object;
}

/** The operation, and its variables as a comment behind it: GraphQL has no place for them. */
export function graphqlText({ document, variables }: ApiCall): string {
  const json = variablesJson(variables, 2);
  const comment = json === '{}' ? '' : `\n\n# Variables\n${json.replaceAll(/^/gm, '# ')}`;
  return `${documentText(document)}${comment}\n`;
}

/** For a POSIX shell with an API token in POSTROOM_TOKEN. */
export function curlText({ document, variables }: ApiCall, origin: string): string {
  const body = { query: documentText(document), variables: withoutSecrets(variables) };
  // Within single quotes a shell takes everything as it is but the quote itself.
  const json = JSON.stringify(body).replaceAll("'", String.raw`'\''`);
  return [
    `curl -s '${origin}/graphql' \\`,
    `  -H "Authorization: Bearer $POSTROOM_TOKEN" \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${json}'`,
  ].join('\n');
}

/** The explorer takes both from behind the #, which no server and no log gets to see. */
export function explorerLink({ document, variables }: ApiCall): string {
  const parts = new URLSearchParams({
    query: `${documentText(document)}\n`,
    variables: variablesJson(variables, 2),
  });
  return `/graphiql/#${parts.toString()}`;
}

function documentText(document: DocumentNode): string {
  // The printer of urql names the source first where the document has a name.
  return stringifyDocument(document)
    .replace(/^#.*\n/, '')
    .trim();
}

function variablesJson(variables: object, indent: number): string {
  return JSON.stringify(withoutSecrets(variables), null, indent);
}
