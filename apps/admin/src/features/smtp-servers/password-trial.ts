import { type ComputedRef, computed } from 'vue';
import type { SmtpServerSettingsFragment, TestReportFragment } from '../../generated/graphql.ts';
import type { Problem } from '../../ui/form-problems.ts';
import { useSession } from '../access/index.ts';
import { useTestRun } from '../test-emails/index.ts';

/** Nobody is called: signing in names no recipient, but the API wants one that could be. */
const someNumber = '+4930123456';

export interface PasswordTrial {
  readonly isRunning: ComputedRef<boolean>;
  /** Of the last try; null = none, or it could not be made, which is no reason to keep a password from being saved. */
  readonly report: ComputedRef<TestReportFragment | null>;
  /** Signs in with a password that is not saved. What is wrong with the input comes back. */
  signIn(server: SmtpServerSettingsFragment, password: string): Promise<readonly Problem[]>;
  forget(): void;
}

export function usePasswordTrial(): PasswordTrial {
  const session = useSession();
  const run = useTestRun();
  return {
    isRunning: computed(() => run.state.value.name === 'RUNNING'),
    report: computed(() => (run.state.value.name === 'REPORTED' ? run.state.value.report : null)),
    async signIn(server, password) {
      const own = 'user' in session.state.value ? session.state.value.user.email : '';
      const problems = await run.start({
        serverId: server.id,
        draft: { password },
        from: server.defaultFrom ?? own,
        to: server.kind === 'FAX' ? someNumber : own,
        depth: 'SIGN_IN',
      });
      return problems.map((problem) => ({ ...problem, path: problem.path.replace(/^draft\./, '') }));
    },
    forget: run.forget,
  };
}
