/** What a person types into a POSIX shell to do what the panel does. The session is kept in a cookie file. */
export function signInCommand(origin: string, email: string): string {
  const query = 'mutation SignIn($input: SignInInput!) { signIn(input: $input) { __typename } }';
  return curlCommand(origin, '-c postroom.cookies', {
    query,
    variables: { input: { email, password: 'YOUR PASSWORD' } },
  });
}

export function listServersCommand(origin: string): string {
  return curlCommand(origin, '-b postroom.cookies', {
    query: '{ smtpServers { nodes { name hostname port } } }',
  });
}

/** A request to the API; `who` are the options of curl that say who asks, as they are typed. */
export function curlCommand(origin: string, who: string, body: object): string {
  // Within single quotes a POSIX shell takes everything as it is but the quote itself.
  const json = JSON.stringify(body).replaceAll("'", String.raw`'\''`);
  return [
    `curl -s ${who} '${origin}/graphql' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${json}'`,
  ].join('\n');
}
