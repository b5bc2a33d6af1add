/** What a person types into a POSIX shell to do what the panel does. The session is kept in a cookie file. */
export function signInCommand(origin: string, email: string): string {
  const query = 'mutation SignIn($input: SignInInput!) { signIn(input: $input) { __typename } }';
  return curl(origin, '-c postroom.cookies', {
    query,
    variables: { input: { email, password: 'YOUR PASSWORD' } },
  });
}

export function listServersCommand(origin: string): string {
  return curl(origin, '-b postroom.cookies', { query: '{ smtpServers { nodes { name hostname port } } }' });
}

function curl(origin: string, cookies: string, body: object): string {
  // Within single quotes a POSIX shell takes everything as it is but the quote itself.
  const json = JSON.stringify(body).replaceAll("'", String.raw`'\''`);
  return [
    `curl -s ${cookies} '${origin}/graphql' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${json}'`,
  ].join('\n');
}
