import { createHash, randomBytes } from 'node:crypto';
import { LessThan, MoreThan, Not, type DataSource, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { callerIsUnknown } from './access-error.ts';
import type { Client, Session } from './session.ts';
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
  async begin(manager: EntityManager, user: User, client: Client): Promise<string> {
    const token = newToken();
    const now = this.now();
    await manager.delete(SessionEntity, { expiresAt: LessThan(now) });
    await manager.insert(SessionEntity, {
      ...client,
      tokenHash: hashOf(token),
      id: newId(),
      userId: user.id,
      createdAt: now,
      lastUsedAt: now,
      authenticatedAt: now,
      expiresAt: new Date(now.getTime() + IDLE_MS),
    });
    await manager.update(UserEntity, { id: user.id }, { lastSeenAt: now });
    return token;
  }

  /** A living session and its user as they are now, or null. Moves the session's end on, unless a page asks that nobody attends to. */
  async find(token: string, isAttended = true): Promise<{ user: User; session: Session } | null> {
    const tokenHash = hashOf(token);
    // One query: findOne makes two of it where there is a relation, and every request of a person waits for them.
    const session = await this.dataSource
      .getRepository(SessionEntity)
      .createQueryBuilder('session')
      .innerJoinAndSelect('session.user', 'user')
      .where('session.tokenHash = :tokenHash', { tokenHash })
      .getOne();
    const now = this.now();
    if (!session?.user || session.expiresAt <= now || session.user.isDisabled) return null;
    const end = new Date(Math.min(now.getTime() + IDLE_MS, session.createdAt.getTime() + ABSOLUTE_MS));
    if (isAttended && end.getTime() - session.expiresAt.getTime() > RENEW_MS) {
      await this.dataSource
        .getRepository(SessionEntity)
        .update({ tokenHash }, { expiresAt: end, lastUsedAt: now });
      await this.dataSource.getRepository(UserEntity).update({ id: session.user.id }, { lastSeenAt: now });
    }
    return { user: session.user, session };
  }

  /** The living ones of a user, the one that was used last first. */
  async ofUser(userId: string): Promise<Session[]> {
    return this.dataSource.getRepository(SessionEntity).find({
      where: { userId, expiresAt: MoreThan(this.now()) },
      order: { lastUsedAt: 'DESC', id: 'DESC' },
    });
  }

  /** The same session under a new token: the one before ends with this proof (OWASP ASVS 5, 7.2.4). */
  async authenticatedAgain(manager: EntityManager, sessionId: string): Promise<{ at: Date; token: string }> {
    const token = newToken();
    const at = this.now();
    const renewed = { tokenHash: hashOf(token), authenticatedAt: at };
    const { affected } = await manager.update(SessionEntity, { id: sessionId }, renewed);
    // It was ended meanwhile, elsewhere.
    if (affected !== 1) throw callerIsUnknown();
    return { at, token };
  }

  async end(manager: EntityManager, sessionId: string, userId: string): Promise<boolean> {
    const { affected } = await manager.delete(SessionEntity, { id: sessionId, userId });
    return affected === 1;
  }

  /** Every session of a user, but for `except`; how many there were. */
  async endAll(manager: EntityManager, userId: string, except: string | null = null): Promise<number> {
    const { affected } = await manager.delete(SessionEntity, {
      userId,
      ...(except !== null && { id: Not(except) }),
    });
    return affected ?? 0;
  }
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
