import { GraphQLInputObjectType, lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, type MiddlewareFn, type PubSub } from 'type-graphql';
import {
  AccessResolver,
  AccountResolver,
  ApiTokenResolver,
  checkRule,
  UserResolver,
  type RequestContext,
} from '../features/access/index.ts';
import { AttachmentResolver } from '../features/attachments/index.ts';
import { AuditEventResolver } from '../features/audit/audit-event.resolver.ts';
import { ServerDiscoveryResolver } from '../features/server-discovery/index.ts';
import { ServiceStatusResolver } from '../features/service-status/index.ts';
import { ServerHoldResolver } from '../features/deliveries/index.ts';
import {
  EmailConnectionResolver,
  EmailResolver,
  SmtpServerEmailsResolver,
} from '../features/emails/index.ts';
import { OverviewResolver } from '../features/overview/index.ts';
import {
  SmtpServerConnectionResolver,
  SmtpServerResolver,
  TokenServersResolver,
} from '../features/smtp-servers/index.ts';
import {
  TestEmailResolver,
  TEST_PROGRESS_TOPIC,
  type TestProgressFeed,
  type TestWatch,
} from '../features/test-emails/index.ts';
import {
  SmtpServerTrustResolver,
  TrustedCertificateResolver,
} from '../features/trusted-certificates/index.ts';

import { requireRules } from './operation-rules.ts';

const RESOLVERS = [
  AccessResolver,
  AttachmentResolver,
  EmailConnectionResolver,
  EmailResolver,
  ServerHoldResolver,
  SmtpServerEmailsResolver,
  AccountResolver,
  ApiTokenResolver,
  AuditEventResolver,
  ServiceStatusResolver,
  OverviewResolver,
  ServerDiscoveryResolver,
  SmtpServerConnectionResolver,
  SmtpServerResolver,
  SmtpServerTrustResolver,
  TestEmailResolver,
  TokenServersResolver,
  TrustedCertificateResolver,
  UserResolver,
] as const;
type ResolverClass = (typeof RESOLVERS)[number];
export type ResolverInstance = InstanceType<ResolverClass>;

/** Inputs of which exactly one field must be given; type-graphql has no word for it. */
const ONE_OF = ['ReauthenticateInput', 'SmtpServerRef'];

/** The API's schema, answered by `instances`, one of each resolver class. */
export function buildGraphqlSchema(
  instances: readonly ResolverInstance[],
  progress: Pick<TestProgressFeed, 'watch'>,
): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [...RESOLVERS],
    container: { get: (wanted: ResolverClass) => instances.find((instance) => instance instanceof wanted) },
    authChecker: checkRule,
    globalMiddlewares: [spendBudget],
    // The features' own rules say more than decorators could, and say it as data.
    validate: false,
    pubSub: topics(progress),
  });
  requireRules();
  for (const name of ONE_OF) {
    const type = schema.getType(name);
    if (!(type instanceof GraphQLInputObjectType)) throw new Error(`no input ${name}`);
    type.isOneOf = true;
  }
  return schema;
}

const spendBudget: MiddlewareFn<RequestContext> = ({ context }, next) => {
  context.spend();
  return next();
};

/** Where subscriptions get their events. Nothing is published through the schema: the database carries the news between processes. */
function topics(progress: Pick<TestProgressFeed, 'watch'>): PubSub {
  return {
    publish: () => undefined,
    subscribe: (topic: string, watch?: unknown) => {
      if (topic !== TEST_PROGRESS_TOPIC) throw new Error(`no topic ${topic}`);
      // What the resolver's topicId made.
      return progress.watch(watch as TestWatch);
    },
  };
}

/** The SDL, sorted, so that it changes only where the API does. */
export function printGraphqlSchema(): string {
  const nobody = {
    watch: () => {
      throw new Error('this schema is only printed');
    },
  };
  return `${printSchema(lexicographicSortSchema(buildGraphqlSchema([], nobody)))}\n`;
}
