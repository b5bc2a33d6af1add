import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSignedIn, type AppForTests } from '../../../testing/app-for-tests.ts';
import { aServer, SmtpServerCalls } from '../../../testing/smtp-server-calls.ts';

let app: AppForTests;
let servers: SmtpServerCalls;

beforeAll(async () => {
  const started = await startSignedIn();
  app = started.app;
  servers = new SmtpServerCalls(started.client);
});
afterAll(() => app.close());

describe('the default server', () => {
  beforeEach(async () => {
    const { nodes } = await servers.page({ first: 100 });
    for (const server of nodes.toSorted((a, b) => Number(a.isDefault) - Number(b.isDefault)))
      await servers.remove(server.id);
  });

  it('is the first SMTP server, whatever fax servers came before', async () => {
    expect(
      await servers.add(aServer({ kind: 'FAX', faxAddressTemplate: 'FAX={number}@fax.example.org' })),
    ).toMatchObject({ isDefault: false });
    expect(await servers.add(aServer())).toMatchObject({ isDefault: true });
    expect(await servers.add(aServer())).toMatchObject({ isDefault: false });
  });

  it('moves to another one, so that there is always at most one', async () => {
    const [first, second] = [await servers.add(aServer()), await servers.add(aServer())];
    expect(await servers.setDefault(second.id)).toMatchObject({ isDefault: true });
    expect(await servers.named(first.name)).toMatchObject({ isDefault: false });
  });

  it('is never a fax server or a disabled one', async () => {
    await servers.add(aServer());
    const fax = await servers.add(
      aServer({ kind: 'FAX', faxAddressTemplate: 'FAX={number}@fax.example.org' }),
    );
    const disabled = await servers.add(aServer({ isEnabled: false }));
    expect((await servers.setDefault(fax.id)).problems).toEqual([
      expect.objectContaining({ code: 'NOT_FOR_FAX' }),
    ]);
    expect((await servers.setDefault(disabled.id)).problems).toEqual([
      expect.objectContaining({ code: 'SERVER_DISABLED' }),
    ]);
  });

  it('is deleted only when it is the last one', async () => {
    const [first, second] = [await servers.add(aServer()), await servers.add(aServer())];
    expect(await servers.remove(first.id)).toMatchObject({
      __typename: 'ServerInUse',
      isDefault: true,
      waitingEmails: 0,
    });
    await servers.remove(second.id);
    expect(await servers.remove(first.id)).toMatchObject({ __typename: 'DeletedSmtpServer', id: first.id });
  });

  it('cannot be disabled while another one could take its place', async () => {
    const [first, second] = [await servers.add(aServer()), await servers.add(aServer())];
    const refusal = await servers.update({ id: first.id, isEnabled: false });
    expect(refusal.problems).toEqual([
      expect.objectContaining({ path: 'isEnabled', code: 'SERVER_DISABLED' }),
    ]);
    await servers.remove(second.id);
    expect(await servers.update({ id: first.id, isEnabled: false })).toMatchObject({ isDefault: false });
    expect(await servers.update({ id: first.id, isEnabled: true })).toMatchObject({ isDefault: true });
  });
});

describe('the list', () => {
  it('comes by name, in pages that neither repeat nor skip', async () => {
    const names = ['b', 'A', 'ä', 'C', 'ab'].map((part) => `Page ${part}`);
    for (const name of names) await servers.add(aServer({ name }));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await servers.page({ first: 2, after, search: 'page ' });
      expect(page.totalCount).toBe(5);
      seen.push(...page.nodes.map((server) => server.name));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(['Page A', 'Page ab', 'Page b', 'Page C', 'Page ä']);
  });

  it('shows those that are enabled, those that are not, or both', async () => {
    const on = await servers.add(aServer({ name: 'Switch on' }));
    await servers.add(aServer({ name: 'Switch off', isEnabled: false }));
    const named = async (isEnabled?: boolean) =>
      (await servers.page({ search: 'switch', ...(isEnabled !== undefined && { isEnabled }) })).nodes.map(
        ({ name }) => name,
      );
    expect(await named(true)).toEqual([on.name]);
    expect(await named(false)).toEqual(['Switch off']);
    expect(await named()).toEqual(['Switch off', 'Switch on']);
  });

  it('takes the signs of LIKE in a search as they are', async () => {
    await servers.add(aServer({ name: '100%_sure' }));
    expect(await servers.page({ search: '0%_s' })).toMatchObject({ totalCount: 1 });
    expect(await servers.page({ search: '0__s' })).toMatchObject({ totalCount: 0 });
  });
});
