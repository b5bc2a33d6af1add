import { describe, expect, it } from 'vitest';
import { isAlive, parseProcStat, parsePsLine, readProcess } from './process-table.ts';

const stat = (name: string, state: string) =>
  `4711 (${name}) ${state} 42 4711 4711 0 -1 4194304 1 0 0 0 0 0 0 0 20 0 1 0 98765 1000 100 18446744073709551615`;

describe('the process table', () => {
  it('knows this process, its parent and its command', () => {
    const self = readProcess(process.pid);
    expect(self).toMatchObject({ pid: process.pid, parentPid: process.ppid });
    expect(self?.command[0]).toContain('node');
  });

  it('tells a process from a later one with the same number', () => {
    expect(isAlive({ pid: process.pid, startedAt: readProcess(process.pid)?.startedAt ?? '' })).toBe(true);
    expect(isAlive({ pid: process.pid, startedAt: 'before' })).toBe(false);
  });

  it.each(['node', 'a (b) c', 'sh) R 1 1'])('reads a process that is called %j', (name) => {
    expect(parseProcStat(4711, stat(name, 'S'), 'sh\0-c\0node main.js\0')).toEqual({
      pid: 4711,
      parentPid: 42,
      startedAt: '98765',
      command: ['sh', '-c', 'node main.js'],
    });
  });

  it('takes a zombie for ended', () => {
    expect(parseProcStat(4711, stat('node', 'Z'), '')).toBeUndefined();
    expect(parsePsLine(4711, '   42 Z    Sat Nov 22 19:15:01 2025 (node)\n')).toBeUndefined();
  });

  it('reads the line of ps where there is no /proc', () => {
    expect(parsePsLine(4711, '   42 Ss+  Sat Nov  2 19:15:01 2025 node dist/main.js\n')).toEqual({
      pid: 4711,
      parentPid: 42,
      startedAt: 'Sat Nov  2 19:15:01 2025',
      command: ['node', 'dist/main.js'],
    });
    expect(parsePsLine(4711, '')).toBeUndefined();
  });
});
