import { expect, it } from 'vitest';
import { InFlight } from './in-flight.ts';
import { RequestBudget } from './request-budget.ts';

it('lets a request run resolvers until its time is up', () => {
  let now = 0;
  const budget = new RequestBudget(10_000, () => now);
  now = 10_000;
  expect(() => {
    budget.spend();
  }).not.toThrow();
  now = 10_001;
  expect(() => {
    budget.spend();
  }).toThrow('took too long');
});

it('lets a request run 20,000 resolvers', () => {
  const budget = new RequestBudget(Infinity, () => 0);
  for (let calls = 0; calls < 20_000; calls += 1) budget.spend();
  expect(() => {
    budget.spend();
  }).toThrow('too large');
});

it('counts what each client has under way, and forgets it when it has ended', () => {
  const inFlight = new InFlight(2);
  const first = inFlight.begin('a');
  inFlight.begin('a');
  expect(inFlight.begin('a')).toBeNull();
  expect(inFlight.begin('b')).not.toBeNull();
  first?.();
  first?.();
  expect(inFlight.begin('a')).not.toBeNull();
  expect(inFlight.begin('a')).toBeNull();
});
