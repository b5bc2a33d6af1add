import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { ApiToken } from './api-token.ts';
import { Permission } from './permission.ts';
import { UserEntity } from './user.entity.ts';

/** A revoked token stays, so that the audit log can name who still tries it. */
@Entity('api_token')
@Index('api_token_secret_hash_uq', ['secretHash'], { unique: true })
export class ApiTokenEntity implements ApiToken {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'api_token_pk' })
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  prefix: string;

  /** SHA-256: 256 random bits need no slow hash. */
  @Column('bytea', { name: 'secret_hash', select: false })
  secretHash: Buffer;

  @Column('uuid', { name: 'maker_id' })
  makerId: string;

  @Column('enum', { enum: Permission, enumName: 'token_scope', array: true })
  scopes: Permission[];

  /** Ids of servers that were deleted stay: they allow nothing, and the list never becomes "every server". */
  @Column('uuid', { name: 'server_ids', array: true, nullable: true })
  serverIds: string[] | null;

  @Column('text', { name: 'allowed_from', array: true, nullable: true })
  allowedFrom: string[] | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;

  @Column('text', { name: 'last_used_from', nullable: true })
  lastUsedFrom: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  @ManyToOne(() => UserEntity)
  @JoinColumn({ name: 'maker_id', foreignKeyConstraintName: 'api_token_maker_fk' })
  maker?: UserEntity;
}
