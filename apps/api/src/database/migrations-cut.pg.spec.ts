import { randomBytes } from 'node:crypto';
import { expect, inject, it, onTestFinished } from 'vitest';
import { DatabaseProxy } from '../../testing/database-proxy.ts';
import { asSuperuser, silentLog } from '../../testing/postgres.ts';
import { createDataSource } from './data-source.ts';
import { migrate } from './migrate.ts';

/** Without a table yet. */
async function anEmptyDatabase() {
  const postgres = inject('postgres');
  const database = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(postgres, `CREATE DATABASE ${database} OWNER ${postgres.user}`);
  onTestFinished(() => asSuperuser(postgres, `DROP DATABASE ${database} WITH (FORCE)`));
  return { ...postgres, database };
}

it('a start that dies at its first statement, the next one at its second, and so on, in every migration, leaves whole migrations, until one comes through', async () => {
  const connection = await anEmptyDatabase();
  const proxy = await DatabaseProxy.open(connection);
  onTestFinished(() => proxy.close());
  const comesThrough = (statements: number) => {
    proxy.cutAfter(statements);
    return migrate(createDataSource(proxy.connection, { log: silentLog })).then(
      () => true,
      () => false,
    );
  };
  const dataSource = await createDataSource(connection, { log: silentLog }).initialize();
  onTestFinished(() => dataSource.destroy());
  const countDone = () =>
    dataSource.query<unknown[]>('SELECT FROM migration').then(
      ({ length }) => length,
      () => 0,
    );
  const names = dataSource.migrations.map(({ name }) => name);
  /** Of the starts that died while so many migrations were done. */
  const deaths = names.map(() => 0);
  for (let statements = 0; !(await comesThrough(statements)); statements += 1) {
    const done = await countDone();
    // One more is done than when the last start died: the one after it begins at its own first statement.
    if (deaths[done] === 0) statements = 0;
    deaths[done] = (deaths[done] ?? 0) + 1;
  }

  expect(deaths.filter((count) => count < 3)).toEqual([]);
  expect(await dataSource.query('SELECT name FROM migration ORDER BY id')).toEqual(
    names.map((name) => ({ name })),
  );
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});
