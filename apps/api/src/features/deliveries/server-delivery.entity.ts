import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import type { SmtpFailure } from '../../smtp/index.ts';
import { SmtpServerEntity } from '../smtp-servers/index.ts';

/** What the outbox knows of a server: whether its mail is held, and how much of its allowance a minute is left. */
@Entity('server_delivery')
export class ServerDeliveryEntity {
  @PrimaryColumn('uuid', { name: 'server_id', primaryKeyConstraintName: 'server_delivery_pk' })
  serverId: string;

  /** null = its mail is not held. */
  @Column('timestamptz', { name: 'held_since', nullable: true })
  heldSince: Date | null;

  /** null = it is disabled. */
  @Column('jsonb', { name: 'held_by', nullable: true })
  heldBy: SmtpFailure | null;

  /** When one email tries whether it works again; null = never by itself. */
  @Column('timestamptz', { name: 'probe_at', nullable: true })
  probeAt: Date | null;

  @Column('integer', { name: 'probe_minutes', default: 0 })
  probeMinutes: number;

  /** What an attempt from before this moment found out counts no more. */
  @Column('timestamptz', { name: 'released_at', default: '-infinity' })
  releasedAt: Date;

  /** Emails that may be begun now, as of `allowanceAt` (messagesPerMinute). */
  @Column('double precision', { default: 0 })
  allowance: number;

  @Column('timestamptz', { name: 'allowance_at', default: '-infinity' })
  allowanceAt: Date;

  @OneToOne(() => SmtpServerEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'server_id', foreignKeyConstraintName: 'server_delivery_server_fk' })
  server?: SmtpServerEntity;
}
