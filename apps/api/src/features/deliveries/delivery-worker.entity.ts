import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A delivery process that is at work. Emails that it holds are its own for as long as its lease runs. */
@Entity('delivery_worker')
export class DeliveryWorkerEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'delivery_worker_pk' })
  id: string;

  @Column('timestamptz', { name: 'lease_until' })
  leaseUntil: Date;
}
