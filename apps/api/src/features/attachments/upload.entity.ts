import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { StoredFileEntity } from './stored-file.entity.ts';

@Entity('upload')
@Index('upload_expires_at_ix', ['expiresAt'])
@Index('upload_stored_file_ix', ['storedFileId'])
export class UploadEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'upload_pk' })
  id: string;

  /** A user or a token: nobody else may attach it. */
  @Column('uuid', { name: 'caller_id' })
  callerId: string;

  @Column('uuid', { name: 'stored_file_id' })
  storedFileId: string;

  @Column('bytea', { name: 'first_bytes' })
  firstBytes: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @ManyToOne(() => StoredFileEntity)
  @JoinColumn({ name: 'stored_file_id', foreignKeyConstraintName: 'upload_stored_file_fk' })
  storedFile?: StoredFileEntity;
}
