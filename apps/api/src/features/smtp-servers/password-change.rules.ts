import type { InputProblem } from '../../refusals/refusal.ts';
import type { ChangePassword } from './smtp-server.requests.ts';
import { passwordProblems } from './smtp-server.rules.ts';

/** A password that comes with a change of settings: taken only where the stored one does not survive it. */
export function newPasswordProblems(
  password: string | null | undefined,
  moves: boolean,
  username: string | null,
): InputProblem[] {
  if (password === undefined) return [];
  if (moves) return passwordProblems(password, username);
  const message =
    'Leave the password out, or use changePassword: it is taken here only together with a new host, port, protocol, StartTLS, insecure sign-in or user name.';
  return [{ path: 'password', code: 'DESTINATION_UNCHANGED', message }];
}

/** A password that is changed alone, entered twice; `username` is the one that it would be sent with. */
export function changePasswordProblems(input: ChangePassword, username: string | null): InputProblem[] {
  const { password, repeatPassword = null } = input;
  if (password === undefined) {
    return [
      {
        path: 'password',
        code: 'REQUIRED',
        message: 'Enter the new password, or null to remove the stored one.',
      },
    ];
  }
  const problems = passwordProblems(password, username);
  if (password !== repeatPassword) {
    problems.push({
      path: 'repeatPassword',
      code: 'PASSWORDS_DIFFER',
      message: 'The two passwords differ: enter the same one twice.',
    });
  }
  return problems;
}
