import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../src/database/data-source.ts';
import { createSqlPool, type SqlPool } from '../src/database/sql-pool.ts';
import { signedInCaller, type Caller } from '../src/features/access/index.ts';
import { AuditEventEntity, type AuditEvent } from '../src/features/audit/index.ts';
import { accessForTests } from './access-for-tests.ts';
import { createTestDatabase, silentLog, type TestDatabase } from './postgres.ts';

export const ADA = { email: 'ada@example.org', name: 'Ada', password: 'correct horse battery' } as const;
export const CLIENT = { from: '192.0.2.1', browser: 'a browser' } as const;

/** Access with its first administrator, Ada, on one database a file, and a clock that stands until a test moves it. */
export class AccessFixture {
  private database!: TestDatabase;
  dataSource!: DataSource;
  pool!: SqlPool;
  now = new Date('2026-11-22T12:00:00Z');
  access!: ReturnType<typeof accessForTests>;
  /** How many hashes of passwords were computed. */
  hashes = 0;

  constructor() {
    beforeAll(async () => {
      this.database = await createTestDatabase();
      this.dataSource = await createDataSource(this.database.connection, { log: silentLog }).initialize();
      this.pool = createSqlPool(this.database.connection, { log: silentLog });
      this.access = accessForTests(
        this,
        () => this.now,
        () => {
          this.hashes += 1;
        },
      );
      await this.access.access.makeFirstAdministrator(ADA, null);
    });
    beforeEach(() => this.dataSource.query('TRUNCATE attempt_count'));
    afterAll(async () => {
      await this.pool.end();
      await this.dataSource.destroy();
      await this.database.drop();
    });
  }

  pass(milliseconds: number): void {
    this.now = new Date(this.now.getTime() + milliseconds);
  }

  /** Whoever signs in, as the caller of the requests to come. */
  async signIn(person: { email: string; password: string; code?: string } = ADA): Promise<Caller> {
    const result = await this.access.access.signIn(person, CLIENT);
    if ('refusal' in result) throw new Error(result.message);
    return this.callerOf(result.sessionToken);
  }

  async callerOf(sessionToken: string): Promise<Caller> {
    const found = await this.access.sessions.find(sessionToken);
    if (found === null) throw new Error('the session is over');
    return signedInCaller(found.user, { from: CLIENT.from, session: found.session });
  }

  async lives(caller: Caller): Promise<boolean> {
    return (await this.access.sessions.ofUser(caller.id)).some(({ id }) => id === caller.session?.id);
  }

  /** The newest rows of the audit log, newest first. */
  async audited(count: number): Promise<AuditEvent[]> {
    return this.dataSource
      .getRepository(AuditEventEntity)
      .find({ order: { at: 'DESC', id: 'DESC' }, take: count });
  }
}
