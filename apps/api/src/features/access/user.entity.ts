import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { Role, type User } from './user.ts';

@Entity('user_account')
@Index('user_account_email_key_uq', ['emailKey'], { unique: true })
export class UserEntity implements User {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'user_account_pk' })
  id: string;

  @Column('text')
  email: string;

  @Column('text', { name: 'email_key' })
  emailKey: string;

  @Column('text')
  name: string;

  @Column('enum', { enum: Role, enumName: 'user_role' })
  role: Role;

  @Column('boolean', { name: 'is_disabled' })
  isDisabled: boolean;

  /** Argon2id in PHC string format; read only where a password is checked. */
  @Column('text', { name: 'password_hash', select: false })
  passwordHash: string;

  @Column('timestamptz', { name: 'second_factor_since', nullable: true })
  secondFactorSince: Date | null;

  @Column('timestamptz', { name: 'temporary_password_until', nullable: true })
  temporaryPasswordUntil: Date | null;

  @Column('timestamptz', { name: 'last_seen_at', nullable: true })
  lastSeenAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
