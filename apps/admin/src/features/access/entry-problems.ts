import { useApiWords } from '../../i18n/api-words.ts';
import type { Problem } from '../../ui/form-problems.ts';

/** Problems of the entries of a list, "allowedFrom[1]", told at the field that the whole list is typed into, each naming its entry. */
export function useEntryProblems() {
  const words = useApiWords();
  return (problems: readonly Problem[], lists: Readonly<Record<string, readonly string[]>>): Problem[] =>
    joinedByPath(
      problems.map((problem) => {
        const [, list = '', index = ''] = /^(\w+)\[(\d+)\]$/.exec(problem.path) ?? [];
        const entry = lists[list]?.[Number(index)];
        if (entry === undefined) return problem;
        return { path: list, message: `${entry}: ${words.problem(problem)}` };
      }),
    );
}

/** A field shows one message. */
function joinedByPath(problems: readonly Problem[]): Problem[] {
  const joined = new Map<string, Problem>();
  for (const problem of problems) {
    const before = joined.get(problem.path);
    joined.set(
      problem.path,
      before ? { ...before, message: `${before.message} ${problem.message}` } : problem,
    );
  }
  return [...joined.values()];
}
