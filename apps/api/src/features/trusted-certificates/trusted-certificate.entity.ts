import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { TrustedCertificate } from './trusted-certificate.ts';

@Entity('trusted_certificate')
@Index('trusted_certificate_sha256_ix', ['sha256'])
export class TrustedCertificateEntity implements TrustedCertificate {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'trusted_certificate_pk' })
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  subject: string;

  @Column('text')
  issuer: string;

  @Column('text')
  sha256: string;

  @Column('timestamptz', { name: 'valid_from' })
  validFrom: Date;

  @Column('timestamptz', { name: 'valid_to' })
  validTo: Date;

  @Column('boolean', { name: 'is_authority' })
  isAuthority: boolean;

  @Column('boolean', { name: 'is_for_all_servers' })
  isForAllServers: boolean;

  @Column('text')
  pem: string;
}
