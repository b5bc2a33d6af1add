import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, endSessions, silentLog, type TestDatabase } from '../../testing/postgres.ts';
import { SessionLocks } from './session-locks.ts';

const KEY = 'connection 1';

let database: TestDatabase;
let ours: SessionLocks;
let theirs: SessionLocks;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  ours = new SessionLocks(database.connection, silentLog);
  theirs = new SessionLocks(database.connection, silentLog);
  await ours.open();
  await theirs.open();
});
afterEach(async () => {
  await ours.close();
  await theirs.close();
});
afterAll(() => database.drop());

const takenByThem = () => vi.waitUntil(() => theirs.tryLock(KEY), { timeout: 10_000, interval: 20 });

describe('a lock of this process', () => {
  it('is nobody else’s until it is given back', async () => {
    expect(await ours.tryLock(KEY)).toBe(true);
    expect(await theirs.tryLock(KEY)).toBe(false);
    await ours.unlock(KEY);
    expect(await theirs.tryLock(KEY)).toBe(true);
  });

  it('is held once, however many ask for it at once, and given back at once', async () => {
    const asked = await Promise.all([ours.tryLock(KEY), ours.tryLock(KEY), ours.tryLock(KEY)]);
    expect(asked.filter((taken) => taken)).toHaveLength(1);
    await ours.unlock(KEY);
    expect(await theirs.tryLock(KEY)).toBe(true);
  });

  it('is taken again when the session was lost, without ending the process', async () => {
    await ours.tryLock(KEY);
    const reopened = new Promise<void>((resolve) => {
      ours.onReopened(resolve);
    });
    await endSessions(database.connection);
    await vi.waitUntil(() => !ours.holds(KEY), { timeout: 10_000, interval: 1 });
    await reopened;
    expect(ours.holds(KEY)).toBe(true);
    expect(await vi.waitUntil(() => theirs.tryLock('another'), { timeout: 10_000 })).toBe(true);
    expect(await theirs.tryLock(KEY)).toBe(false);
  });

  it('is not ours any more where somebody took it while the session was lost', async () => {
    await ours.tryLock(KEY);
    const reopened = new Promise<void>((resolve) => {
      ours.onReopened(resolve);
    });
    await endSessions(database.connection, 1);
    const third = new SessionLocks(database.connection, silentLog);
    await third.open();
    await vi.waitUntil(() => third.tryLock(KEY), { timeout: 10_000, interval: 1 });
    await reopened;
    expect(ours.holds(KEY)).toBe(false);
    await third.close();
  });

  it('that is given back while the session is lost is free afterwards', async () => {
    await ours.tryLock(KEY);
    await endSessions(database.connection, 1);
    await vi.waitUntil(() => !ours.holds(KEY), { timeout: 10_000, interval: 1 });
    await ours.unlock(KEY);
    await takenByThem();
    expect(ours.holds(KEY)).toBe(false);
  });
});
