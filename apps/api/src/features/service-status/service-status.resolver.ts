import { Authorized, Query, Resolver } from 'type-graphql';
import { LOCKED } from '../../secrets/secret-vault.ts';
import { Rule } from '../access/index.ts';
import type { MissingKey, ServiceStatus } from './service-status.ts';
import { ServiceStatusType } from './service-status.type.ts';

@Resolver()
export class ServiceStatusResolver {
  private readonly lock: { missingKeys: () => Promise<MissingKey[]> };

  constructor(lock: { missingKeys: () => Promise<MissingKey[]> }) {
    this.lock = lock;
  }

  @Authorized(Rule.CALLER)
  @Query(() => ServiceStatusType, { description: 'Is anything in the way?' })
  async serviceStatus(): Promise<ServiceStatus> {
    const missingKeys = await this.lock.missingKeys();
    const isLocked = missingKeys.length > 0;
    return { isLocked, message: isLocked ? LOCKED : null, missingKeys };
  }
}
