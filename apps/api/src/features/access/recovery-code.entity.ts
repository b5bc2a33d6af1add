import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { UserEntity } from './user.entity.ts';

/** A code that stands in for the second factor, once: the row goes when it is taken. */
@Entity('recovery_code')
@Index('recovery_code_user_ix', ['userId'])
export class RecoveryCodeEntity {
  /** SHA-256: 120 random bits need no slow hash. */
  @PrimaryColumn('bytea', { name: 'code_hash', primaryKeyConstraintName: 'recovery_code_pk' })
  codeHash: Buffer;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  @ManyToOne(() => UserEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'recovery_code_user_fk' })
  user?: UserEntity;
}
