import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  Column,
  Entity,
  PrimaryColumn,
  type DataSource,
  type MigrationInterface,
  type QueryRunner,
} from 'typeorm';
import { createTestDatabase, silentLog, type TestDatabase } from '../../testing/postgres.ts';
import { createDataSource } from './data-source.ts';
import { migrate } from './migrate.ts';

@Entity('room')
class Room {
  @PrimaryColumn('integer')
  number!: number;

  @Column('text')
  name!: string;
}

class MakeRoom1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE room (number integer CONSTRAINT pk_room PRIMARY KEY, name text NOT NULL)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE room');
  }
}

/** Fails after a statement that worked. */
class BreakRoom1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE room ADD COLUMN windows integer');
    await runner.query('ALTER TABLE no_such_room ADD COLUMN windows integer');
  }

  async down(): Promise<void> {
    // never reached
  }
}

describe('the data source', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  const rooms = (migrations: (new () => MigrationInterface)[]) =>
    createDataSource(database.connection, { log: silentLog, entities: [Room], migrations });

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = rooms([MakeRoom1700000000000]);
    await Promise.all([migrate(dataSource), migrate(dataSource)]);
    await dataSource.initialize();
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('migrates once when two processes start together', async () => {
    const rows: unknown = await dataSource.query("SELECT name FROM migration WHERE name LIKE 'MakeRoom%'");
    expect(rows).toEqual([{ name: 'MakeRoom1700000000000' }]);
  });

  it('reads back what an entity stored', async () => {
    const repository = dataSource.getRepository(Room);
    await repository.save({ number: 3, name: 'Poststube Ä' });
    expect(await repository.findOneByOrFail({ number: 3 })).toEqual({ number: 3, name: 'Poststube Ä' });
  });

  it('leaves no half of a migration that fails', async () => {
    await expect(migrate(rooms([MakeRoom1700000000000, BreakRoom1700000000001]))).rejects.toThrow(
      'no_such_room',
    );
    const columns: unknown = await dataSource.query(
      "SELECT column_name FROM information_schema.columns WHERE table_name = 'room' ORDER BY 1",
    );
    expect(columns).toEqual([{ column_name: 'name' }, { column_name: 'number' }]);
  });

  it.each(['statement_timeout', 'idle_in_transaction_session_timeout'])('sets a %s', async (name) => {
    expect(await dataSource.query(`SHOW ${name}`)).toEqual([{ [name]: '30s' }]);
  });

  it('gives the service no superuser rights', async () => {
    await expect(dataSource.query("COPY (SELECT 1) TO PROGRAM 'cat'")).rejects.toThrow('permission denied');
  });
});
