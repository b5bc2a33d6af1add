import { InvalidInputType } from '../../refusals/refusal.type.ts';
import { resultUnion } from '../../refusals/result-union.type.ts';
import { DiscoveredServersType } from './server-discovery.type.ts';

export const DiscoverServersResult = resultUnion({
  name: 'DiscoverSmtpServersResult',
  noun: 'DiscoveredSmtpServers',
  description: 'What was found, or why nobody looked.',
  types: () => [DiscoveredServersType, InvalidInputType],
});
