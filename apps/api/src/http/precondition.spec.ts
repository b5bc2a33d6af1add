import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from 'vitest';
import { failedPrecondition } from './precondition.ts';

const TAG = '"abc"';

describe('a request with conditions', () => {
  it.each<[IncomingHttpHeaders, 304 | 412 | null]>([
    [{}, null],
    [{ 'if-none-match': '"abc"' }, 304],
    [{ 'if-none-match': 'W/"abc"' }, 304],
    [{ 'if-none-match': '"x", "abc"' }, 304],
    [{ 'if-none-match': '*' }, 304],
    [{ 'if-none-match': '"x"' }, null],
    [{ 'if-none-match': 'abc' }, null],
    [{ 'if-match': '"abc"' }, null],
    [{ 'if-match': '"x","abc"' }, null],
    [{ 'if-match': '*' }, null],
    [{ 'if-match': '"x"' }, 412],
    [{ 'if-match': 'W/"abc"' }, 412],
    [{ 'if-match': '"abc"', 'if-none-match': '"abc"' }, 304],
    [{ 'if-match': '"x"', 'if-none-match': '"abc"' }, 412],
  ])('%j is answered with %s', (headers, status) => {
    expect(failedPrecondition(headers, TAG)).toBe(status);
  });
});
