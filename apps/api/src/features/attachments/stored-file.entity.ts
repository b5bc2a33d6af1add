import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The row comes before the octets and goes after them, so that a process that is killed anywhere leaves nothing in the storage that no row
 * knows. Whoever uses a file refers to its row by a foreign key; what nobody refers to is swept.
 */
@Entity('stored_file')
export class StoredFileEntity {
  /** Random, not sorted by time: the directories of the storage fill evenly. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'stored_file_pk' })
  id: string;

  /** Null until it is whole. */
  @Column('integer', { name: 'size_bytes', nullable: true })
  sizeBytes: number | null;

  @Column('bytea', { nullable: true })
  sha256: Buffer | null;

  /** By the clock of the database, which all processes share. */
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
