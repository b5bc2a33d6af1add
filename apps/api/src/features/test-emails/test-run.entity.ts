import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { TestStep } from '../../smtp/index.ts';

/** A test while it runs, and for an hour after: what it is watched, cancelled and counted by, in whichever process. */
@Entity('test_run')
@Index('test_run_caller_watch_uq', ['callerId', 'watchId'], { unique: true })
@Index('test_run_started_at_ix', ['startedAt'])
export class TestRunEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'test_run_pk' })
  id: string;

  @Column('uuid', { name: 'caller_id' })
  callerId: string;

  /** Made up by the client; null = nobody watches. */
  @Column('text', { name: 'watch_id', nullable: true })
  watchId: string | null;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}

/** A change of a step, as it was told. */
@Entity('test_run_step')
export class TestRunStepEntity {
  @PrimaryColumn('uuid', { name: 'run_id', primaryKeyConstraintName: 'test_run_step_pk' })
  runId: string;

  /** 1, 2, 3 ... in the order in which they happened. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'test_run_step_pk' })
  number: number;

  @Column('jsonb')
  step: TestStep;

  @ManyToOne(() => TestRunEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'run_id', foreignKeyConstraintName: 'test_run_step_run_fk' })
  run?: TestRunEntity;
}
