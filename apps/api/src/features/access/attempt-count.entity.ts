import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How often somebody tried to prove who they are without success, by account and by address. */
@Entity('attempt_count')
@Index('attempt_count_last_at_ix', ['lastAt'])
export class AttemptCountEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'attempt_count_pk' })
  key: string;

  @Column('integer')
  attempts: number;

  /** No try is evaluated before. */
  @Column('timestamptz', { name: 'next_at' })
  nextAt: Date;

  @Column('timestamptz', { name: 'last_at' })
  lastAt: Date;
}
