import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { SealedSecret } from '../../secrets/keyring.ts';
import { UserEntity } from './user.entity.ts';

/** The shared secret of a person's one-time codes (RFC 6238), sealed: at most a confirmed one, and one that is being set up. */
@Entity('second_factor')
@Index('second_factor_user_uq', ['userId', 'isConfirmed'], { unique: true })
export class SecondFactorEntity implements SealedSecret {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'second_factor_pk' })
  id: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('boolean', { name: 'is_confirmed' })
  isConfirmed: boolean;

  @Column('text', { name: 'key_id' })
  keyId: string;

  @Column('bytea', { name: 'wrapped_key', nullable: true })
  wrappedKey: Buffer | null;

  @Column('bytea')
  nonce: Buffer;

  @Column('bytea')
  ciphertext: Buffer;

  /** The 30 seconds, counted from 1970, of the last code that was taken: none of them or before is taken again. */
  @Column('integer', { name: 'last_step' })
  lastStep: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @ManyToOne(() => UserEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'second_factor_user_fk' })
  user?: UserEntity;
}
