export { OverviewResolver } from './overview.resolver.ts';
export { OverviewService } from './overview.service.ts';
export { countWorkers, readServerBacklogs, type ServerBacklog } from './server-backlogs.sql.ts';
