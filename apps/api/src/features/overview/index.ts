export { OverviewResolver } from './overview.resolver.ts';
export { OverviewService } from './overview.service.ts';
