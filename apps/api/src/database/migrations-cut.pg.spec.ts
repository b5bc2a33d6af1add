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

it('a start that dies at its first statement, the next one at its second, and so on, leave whole migrations, until one comes through', async () => {
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
  let deaths = 0;
  while (!(await comesThrough(deaths))) deaths += 1;

  const dataSource = await createDataSource(connection, { log: silentLog }).initialize();
  onTestFinished(() => dataSource.destroy());
  const names = dataSource.migrations.map(({ name }) => name);
  // Every migration has seen several of them die in it.
  expect(deaths).toBeGreaterThan(2 * names.length);
  expect(await dataSource.query('SELECT name FROM migration ORDER BY id')).toEqual(
    names.map((name) => ({ name })),
  );
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});
