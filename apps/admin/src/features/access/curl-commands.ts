import { curlCommand } from '../../curl.ts';

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
