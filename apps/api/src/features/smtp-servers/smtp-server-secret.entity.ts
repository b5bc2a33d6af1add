import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import type { SealedSecret } from '../../secrets/keyring.ts';
import { SmtpServerEntity } from './smtp-server.entity.ts';

/** A server's password, sealed. It stands in a table of its own so that no query for a server can bring it along. */
@Entity('smtp_server_secret')
export class SmtpServerSecretEntity implements SealedSecret {
  @PrimaryColumn('uuid', { name: 'server_id', primaryKeyConstraintName: 'smtp_server_secret_pk' })
  serverId: string;

  @Column('text', { name: 'key_id' })
  keyId: string;

  @Column('bytea', { name: 'wrapped_key', nullable: true })
  wrappedKey: Buffer | null;

  @Column('bytea')
  nonce: Buffer;

  @Column('bytea')
  ciphertext: Buffer;

  @OneToOne(() => SmtpServerEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'server_id', foreignKeyConstraintName: 'smtp_server_secret_server_fk' })
  server?: SmtpServerEntity;
}
