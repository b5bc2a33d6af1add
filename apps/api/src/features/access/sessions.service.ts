import { createHash, randomBytes } from 'node:crypto';
import { LessThan, type DataSource, type EntityManager } from 'typeorm';
import { SessionEntity } from './session.entity.ts';
import { UserEntity } from './user.entity.ts';
import type { User } from './user.ts';

const MINUTE = 60_000;
/** A session ends after so long without a request, and in any case after the absolute time (OWASP ASVS 5 section 7.3). */
export const IDLE_MS = 30 * MINUTE;
export const ABSOLUTE_MS = 12 * 60 * MINUTE;
/** The end is moved on at most once in so long, so that a page of requests is one write. */
const RENEW_MS = MINUTE;

export class Sessions {
  private readonly dataSource: DataSource;
  private readonly now: () => Date;

  constructor(dataSource: DataSource, now: () => Date) {
    this.dataSource = dataSource;
    this.now = now;
  }

  /** A new session and its token: 256 random bits, kept only as a hash. */
  async begin(manager: EntityManager, user: User): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.now();
    await manager.delete(SessionEntity, { expiresAt: LessThan(now) });
    await manager.insert(SessionEntity, {
      tokenHash: hashOf(token),
      userId: user.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + IDLE_MS),
    });
    await manager.update(UserEntity, { id: user.id }, { lastSeenAt: now });
    return token;
  }

  /** The user of a living session, or null. Moves the session's end on. */
  async userOf(token: string): Promise<User | null> {
    const tokenHash = hashOf(token);
    const session = await this.dataSource
      .getRepository(SessionEntity)
      .findOne({ where: { tokenHash }, relations: { user: true } });
    const now = this.now();
    if (!session?.user || session.expiresAt <= now || session.user.isDisabled) return null;
    const end = new Date(Math.min(now.getTime() + IDLE_MS, session.createdAt.getTime() + ABSOLUTE_MS));
    if (end.getTime() - session.expiresAt.getTime() > RENEW_MS) {
      await this.dataSource.getRepository(SessionEntity).update({ tokenHash }, { expiresAt: end });
      await this.dataSource.getRepository(UserEntity).update({ id: session.user.id }, { lastSeenAt: now });
    }
    return session.user;
  }

  async end(manager: EntityManager, token: string): Promise<void> {
    await manager.delete(SessionEntity, { tokenHash: hashOf(token) });
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
