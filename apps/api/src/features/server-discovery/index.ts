export { systemMailRecords } from './mail-records.ts';
export type { Place, Probed } from './server-discovery.ts';
export { ServerDiscovery, type ProbeServers } from './server-discovery.service.ts';
export { ServerDiscoveryResolver } from './server-discovery.resolver.ts';
