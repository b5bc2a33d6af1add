import type { TestDepth } from '../../smtp/index.ts';

export interface SendTestEmail {
  serverId?: string | null;
  from: string;
  to: string;
  depth: TestDepth;
}
