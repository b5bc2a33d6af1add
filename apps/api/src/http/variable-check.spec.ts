import { buildSchema, getOperationAST, GraphQLScalarType, parse } from 'graphql';
import { expect, it } from 'vitest';
import { variableProblem } from './variable-check.ts';

const schema = buildSchema('scalar Even type Query { sum(of: [Even!]!): Int }');
const operation = getOperationAST(parse('query ($of: [Even!]!) { sum(of: $of) }'))!;
let looked = 0;
(schema.getType('Even') as GraphQLScalarType).parseValue = (value) => {
  looked += 1;
  if (Number(value) % 2 !== 0) throw new Error('odd');
  return value;
};

it('names the place of a wrong value, and not the value', () => {
  expect(variableProblem(schema, operation, { of: [2, 4, 77] })).toBe(
    'The variable $of.2 is not of the type that is expected: Even!.',
  );
  expect(variableProblem(schema, operation, { of: [2, 4] })).toBeNull();
});

it('looks no further than to the first wrong value', () => {
  looked = 0;
  variableProblem(schema, operation, { of: Array(1000).fill(1) });
  expect(looked).toBe(1);
});
