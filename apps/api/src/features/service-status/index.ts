export { ServiceStatusResolver } from './service-status.resolver.ts';
