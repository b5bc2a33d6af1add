import { Client, type Exchange, gql } from '@urql/vue';
import { filter, map, pipe } from 'wonka';
import { expect, it } from 'vitest';
import type { ProofAsked } from './reauthentication.ts';
import { reauthenticationExchange } from './reauthentication-exchange.ts';

const refusal = { __typename: 'ReauthenticationRequired', acceptsCode: true, message: 'Is it you?' };
const mutation = gql`
  mutation AddUser($name: String!) {
    addUser(name: $name) {
      __typename
    }
  }
`;

/** A client whose API answers in turn, and what it was asked. */
function clientAnswering(answers: object[], prove: (asked: ProofAsked) => Promise<boolean>) {
  const variables: unknown[] = [];
  const api: Exchange = () => (operations) =>
    pipe(
      operations,
      filter(({ kind }) => kind !== 'teardown'),
      map((operation) => {
        variables.push(operation.variables);
        return { operation, data: { addUser: answers.shift() }, stale: false, hasNext: false };
      }),
    );
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [reauthenticationExchange(prove), api],
  });
  return { client, variables };
}

it('sends the same again once the person has proved who they are, and gives that answer', async () => {
  const asked: ProofAsked[] = [];
  const { client, variables } = clientAnswering([refusal, { __typename: 'User' }], (proof) => {
    asked.push(proof);
    return Promise.resolve(true);
  });
  const { data } = await client.mutation(mutation, { name: 'Ada' }).toPromise();
  expect(data).toEqual({ addUser: { __typename: 'User' } });
  expect(variables).toEqual([{ name: 'Ada' }, { name: 'Ada' }]);
  expect(asked).toEqual([{ acceptsCode: true }]);
});

it('gives the refusal where there is no proof, and sends nothing again', async () => {
  const { client, variables } = clientAnswering([refusal], () => Promise.resolve(false));
  const { data } = await client.mutation(mutation, { name: 'Ada' }).toPromise();
  expect(data).toEqual({ addUser: refusal });
  expect(variables).toHaveLength(1);
});

it('lets other refusals through, and asks nothing', async () => {
  const { client } = clientAnswering([{ __typename: 'NameTaken' }], () =>
    Promise.reject(new Error('Asked.')),
  );
  const { data } = await client.mutation(mutation, { name: 'Ada' }).toPromise();
  expect(data).toEqual({ addUser: { __typename: 'NameTaken' } });
});

it('answers other mutations while one is held', async () => {
  const { client } = clientAnswering([refusal, { __typename: 'User' }], () => new Promise(() => undefined));
  void client.mutation(mutation, { name: 'Ada' }).toPromise();
  const { data } = await client.mutation(mutation, { name: 'Grace' }).toPromise();
  expect(data).toEqual({ addUser: { __typename: 'User' } });
});
