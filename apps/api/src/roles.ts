import { parseArgs } from 'node:util';

/** What a process does: the API, the deliveries, or both (a delivery process beside it). */
export const Role = { API: 'api', WORKER: 'worker', ALL: 'all' } as const;
export type Role = (typeof Role)[keyof typeof Role];

/** `--role api`, `--role=worker`, or nothing; or the sentence what is wrong with it. */
export function readRole(args: readonly string[]): Role | { problem: string } {
  const problem = 'Say --role api, --role worker or --role all (or nothing, which is all).';
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { role: { type: 'string', default: Role.ALL } },
    });
    return Object.values(Role).find((role) => role === values.role) ?? { problem };
  } catch {
    return { problem };
  }
}
