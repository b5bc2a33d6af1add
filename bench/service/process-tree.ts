// What processes cost, as Linux counts it. On a machine that others use too, the processor's time says more than the clock's.
import { readdirSync, readFileSync } from 'node:fs';

/** Of the kernel's accounting: USER_HZ is 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;
const PAGE_KB = 4;

interface ProcessEntry {
  pid: number;
  parent: number;
  /** Its own, and that of its children that have ended. */
  ticks: number;
  rssKb: number;
}

function processes(): ProcessEntry[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // proc(5): the name in brackets may hold spaces; the state is the first field behind it.
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
        return [{ pid: Number(name), parent: Number(fields[1]), ticks, rssKb: Number(fields[21]) * PAGE_KB }];
      } catch {
        // It has ended in between.
        return [];
      }
    });
}

/** The processes of these ids and everything that they have started. */
function treeOf(roots: readonly number[]): ProcessEntry[] {
  const all = processes();
  const tree = all.filter(({ pid }) => roots.includes(pid));
  // Grows while it is walked through.
  for (const { pid } of tree) {
    tree.push(...all.filter((each) => each.parent === pid && !tree.includes(each)));
  }
  return tree;
}

/** Seconds of processor time that they have used since they began. */
export function cpuSeconds(roots: readonly number[]): number {
  return treeOf(roots).reduce((sum, { ticks }) => sum + ticks, 0) / TICKS_PER_SECOND;
}

/** Milliseconds of processor time of one process alone, all its threads; finer than the ticks above. */
export function cpuMs(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const nanoseconds = threads.map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
  );
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6;
}

/** Resident size of one process alone. */
export function rssMb(pid: number): number {
  return (processes().find((each) => each.pid === pid)?.rssKb ?? 0) / 1024;
}

export function childrenOf(pid: number): number[] {
  return processes()
    .filter(({ parent }) => parent === pid)
    .map((child) => child.pid);
}
