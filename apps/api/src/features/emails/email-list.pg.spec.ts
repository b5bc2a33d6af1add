import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutboxForTests, sender } from '../../../testing/outbox.ts';

let outbox: OutboxForTests;

beforeAll(async () => {
  outbox = await OutboxForTests.open();
  const server = { id: (await outbox.addServer({ port: 25 })).id };
  for (const subject of ['Übersicht', 'Invoice 1', 'Invoice 2', 'Invoice 3'])
    await outbox.send({ server, to: ['bob@example.net'], subject });
});
afterAll(() => outbox.close());

async function pageOf(search: string, first: number, after?: string) {
  const page = await outbox.services.list.page(
    { first, filter: { search }, ...(after && { after }) },
    sender,
  );
  return {
    subjects: page.nodes.map(({ subject }) => subject),
    total: await page.countAll(),
    end: page.pageInfo.endCursor,
  };
}

describe('how many emails match', () => {
  it.each([
    ['nothing does', 'receipt', 2, 0],
    ['all of them are on the first page', 'invoice', 3, 3],
    ['there are more than the page holds', 'invoice', 2, 3],
  ])('is told where %s', async (_, search, first, total) => {
    expect(await pageOf(search, first)).toMatchObject({ total });
  });

  it('is the same on a later page, which holds the rest alone', async () => {
    const { end } = await pageOf('invoice', 2);
    expect(await pageOf('invoice', 2, end!)).toMatchObject({ subjects: ['Invoice 1'], total: 3 });
  });
});

it('finds a subject whichever the case of its letters, those of other alphabets too', async () => {
  expect((await pageOf('übersicht', 2)).subjects).toEqual(['Übersicht']);
});
