import { expect, it } from 'vitest';
import { OF_ACCOUNT, OF_ADDRESS, waitAfter } from './attempt-schedule.ts';

const minutes = (attempts: number) => waitAfter(attempts, OF_ACCOUNT) / 60_000;

it('lets ten guesses at an account pass, then one after 1, 2, 4, 8 and each 15 minutes', () => {
  expect([1, 9, 10, 11, 12, 13, 14, 15, 1000].map(minutes)).toEqual([0, 0, 1, 2, 4, 8, 15, 15, 15]);
});

it('lets many people share an address', () => {
  expect(waitAfter(OF_ADDRESS.free - 1, OF_ADDRESS)).toBe(0);
  expect(waitAfter(OF_ADDRESS.free, OF_ADDRESS)).toBe(10_000);
});
