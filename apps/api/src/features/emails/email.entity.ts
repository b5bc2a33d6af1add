import { Entity, PrimaryColumn } from 'typeorm';

@Entity('email')
export class EmailEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'email_pk' })
  id: string;
}
