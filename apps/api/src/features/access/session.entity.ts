import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Session } from './session.ts';
import { UserEntity } from './user.entity.ts';

@Entity('session')
@Index('session_user_ix', ['userId'])
@Index('session_expires_at_ix', ['expiresAt'])
@Index('session_id_uq', ['id'], { unique: true })
export class SessionEntity implements Session {
  /** SHA-256 of the token: a read of this table signs nobody in. */
  @PrimaryColumn('bytea', { name: 'token_hash', primaryKeyConstraintName: 'session_pk' })
  tokenHash: Buffer;

  @Column('uuid')
  id: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'last_used_at' })
  lastUsedAt: Date;

  @Column('timestamptz', { name: 'authenticated_at' })
  authenticatedAt: Date;

  /** The later of the two ends, moved on by use and never beyond the absolute one. */
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('text', { name: 'from_address', nullable: true })
  from: string | null;

  @Column('text', { nullable: true })
  browser: string | null;

  @ManyToOne(() => UserEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'session_user_fk' })
  user?: UserEntity;
}
