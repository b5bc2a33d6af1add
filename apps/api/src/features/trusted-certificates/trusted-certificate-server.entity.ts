import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { SmtpServerEntity } from '../smtp-servers/index.ts';
import { TrustedCertificateEntity } from './trusted-certificate.entity.ts';

/** A server that a certificate is trusted for, where it is not trusted for every one. */
@Entity('trusted_certificate_server')
@Index('trusted_certificate_server_server_ix', ['serverId'])
export class TrustedCertificateServerEntity {
  @PrimaryColumn('uuid', {
    name: 'certificate_id',
    primaryKeyConstraintName: 'trusted_certificate_server_pk',
  })
  certificateId: string;

  @PrimaryColumn('uuid', { name: 'server_id', primaryKeyConstraintName: 'trusted_certificate_server_pk' })
  serverId: string;

  @ManyToOne(() => TrustedCertificateEntity, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'certificate_id',
    foreignKeyConstraintName: 'trusted_certificate_server_certificate_fk',
  })
  certificate?: TrustedCertificateEntity;

  @ManyToOne(() => SmtpServerEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'server_id', foreignKeyConstraintName: 'trusted_certificate_server_server_fk' })
  server?: SmtpServerEntity;
}
