import { type OperationType, createRequest, makeOperation } from '@urql/vue';
import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { recordCalls } from './recorded-calls.ts';

const at = new Date('2026-11-25T10:00:00Z');
const context = { url: '/graphql', requestPolicy: 'network-only' } as const;

function operation(source: string, variables: Record<string, unknown> = {}, kind: OperationType = 'query') {
  return makeOperation(kind, createRequest(parse(source), variables), context);
}

it('keeps the newest call first, and a repeated one once', () => {
  const { calls, record } = recordCalls();
  record(operation('query List { servers }'), at);
  record(operation('query One { server }'), at);
  record(operation('query List { servers }'), at);
  expect(calls.value.map(({ name }) => name)).toEqual(['List', 'One']);
});

it('keeps no secret', () => {
  const { calls, record } = recordCalls();
  record(
    operation('mutation SignIn($p: String!) { signIn(p: $p) }', { password: 'hunter2' }, 'mutation'),
    at,
  );
  expect(JSON.stringify(calls.value)).not.toContain('hunter2');
});

it('does not take the end of a call for one', () => {
  const { calls, record } = recordCalls();
  record(operation('query List { servers }', {}, 'teardown'), at);
  expect(calls.value).toEqual([]);
});

it('forgets the oldest of many', () => {
  const { calls, record } = recordCalls();
  for (let first = 1; first <= 100; first++)
    record(operation('query List($first: Int) { servers }', { first }), at);
  expect(calls.value).toHaveLength(30);
  expect(calls.value[0]?.variables).toEqual({ first: 100 });
});
