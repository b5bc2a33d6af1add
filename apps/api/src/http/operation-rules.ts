import { getMetadataStorage } from 'type-graphql';

/**
 * Throws where an operation, or a field that is looked up by a resolver of its own, does not say who may call it: no schema is built, and
 * none emitted, without. What is open to everybody says so with Rule.ANYBODY.
 */
export function requireRules(): void {
  const { queries, mutations, subscriptions, fieldResolvers } = getMetadataStorage();
  const operations = [...queries, ...mutations, ...subscriptions].map((operation) => ({
    name: operation.schemaName,
    roles: operation.roles,
  }));
  const fields = fieldResolvers.map((field) => ({
    name: `${field.getObjectType?.().name ?? field.target.name}.${field.schemaName}`,
    roles: field.roles,
  }));
  const without = [...operations, ...fields].filter(({ roles }) => !roles?.length).map(({ name }) => name);
  if (without.length > 0) {
    throw new Error(`Say with @Authorized(Rule...) who may call these: ${without.join(', ')}.`);
  }
}
