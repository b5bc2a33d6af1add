export { DeliveryWorker } from './delivery-worker.service.ts';
export { outboxFailures } from './outbox-failure.ts';
export type { LoadServer, NewConnection, UnusableServer } from './ports.ts';
export { ServerHoldResolver } from './server-hold.resolver.ts';
export { ServerHolds } from './server-holds.service.ts';
export { readReleasedAt } from './server-holds.sql.ts';
