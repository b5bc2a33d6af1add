/**
 * A request to the API as a person types it into a POSIX shell.
 * @param options of curl, as they are typed: who asks
 */
export function curlCommand(origin: string, options: string, body: object): string {
  // Within single quotes a POSIX shell takes everything as it is but the quote itself.
  const json = JSON.stringify(body).replaceAll("'", String.raw`'\''`);
  return [
    `curl -s ${options} '${origin}/graphql' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${json}'`,
  ].join('\n');
}
