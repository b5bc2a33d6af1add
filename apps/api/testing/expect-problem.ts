import { expect } from 'vitest';
import type { DatabaseProblemCode } from '../src/database/database-problem.ts';

/** @param words that its sentence must contain */
export function expectProblem(outcome: object, code: DatabaseProblemCode, words: string): void {
  expect(outcome).toHaveProperty('code', code);
  expect(outcome).toHaveProperty('message', expect.stringContaining(words));
}
