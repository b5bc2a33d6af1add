export { DeliveryWorker } from './delivery-worker.service.ts';
export type { LoadServer, NewConnection, ServerInUse } from './ports.ts';
export { ServerHoldResolver } from './server-hold.resolver.ts';
export { ServerHolds } from './server-holds.service.ts';
export { readReleasedAt } from './server-holds.sql.ts';
