import { expect, it } from 'vitest';
import { createLog } from './log.ts';

it('tells of an error what it says and where, and none of the parameters that a driver hangs on it', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => lines.push(line) });
  const error = Object.assign(new Error('duplicate key'), {
    code: '23505',
    parameters: ['canary'],
    query: 'INSERT canary',
  });
  log.error({ err: Object.assign(error, { driverError: { detail: 'canary' } }) }, 'a request failed');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    err: { name: 'Error', message: 'duplicate key', code: '23505' },
  });
  expect(lines[0]).not.toContain('canary');
});
