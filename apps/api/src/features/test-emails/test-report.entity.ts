import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { SmtpFailure, TlsDetails } from '../../smtp/index.ts';
import { TestDepth, type TestStep } from '../../smtp/index.ts';
import { SmtpServerEntity } from '../smtp-servers/index.ts';
import type { TestReport } from './test-report.ts';

/** JSON has no dates: those of a certificate are stored as text. */
const datesOfTls = {
  to: (tls: TlsDetails | null): TlsDetails | null => tls,
  from: (tls: TlsDetails | null): TlsDetails | null =>
    tls && {
      ...tls,
      certificate: tls.certificate && withDates(tls.certificate),
      chain: tls.chain.map(withDates),
    },
};

function withDates(certificate: TlsDetails['chain'][number]): TlsDetails['chain'][number] {
  return {
    ...certificate,
    validFrom: new Date(certificate.validFrom),
    validTo: new Date(certificate.validTo),
  };
}

@Entity('test_report')
@Index('test_report_server_ix', ['serverId', 'startedAt'])
export class TestReportEntity implements TestReport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'test_report_pk' })
  id: string;

  @Column('uuid', { name: 'server_id' })
  serverId: string;

  @Column('boolean')
  succeeded: boolean;

  @Column('jsonb')
  steps: TestStep[];

  @Column('jsonb', { nullable: true })
  failure: SmtpFailure | null;

  @Column('jsonb', { nullable: true, transformer: datesOfTls })
  tls: TlsDetails | null;

  @Column('boolean')
  downgraded: boolean;

  @Column('text', { name: 'accepted_reply', nullable: true })
  acceptedReply: string | null;

  @Column('jsonb')
  transcript: string[];

  @Column('text', { name: 'from_address' })
  from: string;

  @Column('text', { name: 'to_address' })
  to: string;

  @Column('enum', { enum: TestDepth, enumName: 'test_depth' })
  depth: TestDepth;

  @Column('integer', { nullable: true })
  revision: number | null;

  @Column('text', { name: 'by_actor' })
  by: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('integer', { name: 'duration_ms' })
  durationMs: number;

  @ManyToOne(() => SmtpServerEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'server_id', foreignKeyConstraintName: 'test_report_server_fk' })
  server?: SmtpServerEntity;
}
