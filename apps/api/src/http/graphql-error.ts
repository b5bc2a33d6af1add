import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, Kind, type ASTNode, type GraphQLFormattedError } from 'graphql';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { databaseCodeOf, isDatabaseAway, isDatabaseFull } from '../database/database-away.ts';
import { UnreadableSecretError } from '../secrets/secret-vault.ts';
import { storageFailure } from './storage-failure.ts';

/** The codes that a client may meet in errors[].extensions.code; everything else is hidden behind INTERNAL_SERVER_ERROR. */
const TOLD = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'RATE_LIMITED',
  'BAD_USER_INPUT',
  'SERVICE_UNAVAILABLE',
]);
const OF_THE_DOCUMENT = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);
/**
 * What a client is told of an error: no stack, no value of the input (graphql-js repeats them, passwords included), no inner message.
 * What is hidden is logged under a reference that the answer names.
 */
export function errorFormatter(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const given = formatted.extensions?.['code'];
    const code = typeof given === 'string' ? given : '';
    const where = {
      ...(formatted.locations && { locations: formatted.locations }),
      ...(formatted.path && { path: formatted.path }),
    };
    if (OF_THE_DOCUMENT.has(code)) {
      return {
        message: withoutValues(formatted, error, code),
        ...where,
        extensions: { code: 'BAD_USER_INPUT' },
      };
    }
    if (TOLD.has(code)) return { message: formatted.message, ...where, extensions: { code } };

    const cause = unwrapResolverError(error);
    if (cause instanceof UnreadableSecretError) {
      return { message: cause.message, ...where, extensions: { code: 'SERVICE_UNAVAILABLE' } };
    }
    if (isUnstorableText(cause)) {
      const message = 'Remove the NUL character from the text.';
      return { message, ...where, extensions: { code: 'BAD_USER_INPUT' } };
    }
    const failure = storageFailure(cause, log);
    if (failure !== null) {
      return { message: failure.message, ...where, extensions: { code: 'SERVICE_UNAVAILABLE' } };
    }
    const reference = randomUUID();
    log.error({ err: cause, reference, path: formatted.path }, 'a request failed');
    if (isDatabaseAway(cause)) {
      const message = 'The database does not answer at the moment: try again in a few seconds.';
      return { message, ...where, extensions: { code: 'SERVICE_UNAVAILABLE', reference } };
    }
    if (isDatabaseFull(cause)) {
      const message =
        'There is no room for the database. Nothing was kept; try again when the administrator has made some.';
      return { message, ...where, extensions: { code: 'SERVICE_UNAVAILABLE', reference } };
    }
    const message = `Something went wrong in the service. Look in its log for ${reference}.`;
    return { message, ...where, extensions: { code: 'INTERNAL_SERVER_ERROR', reference } };
  };
}

/** SQLSTATE 22021: PostgreSQL's text holds every character but NUL. Rules refuse it by field; a look-up has no rules. */
function isUnstorableText(error: unknown): boolean {
  return databaseCodeOf(error) === '22021';
}

function withoutValues(formatted: GraphQLFormattedError, error: unknown, code: string): string {
  if (code === 'GRAPHQL_PARSE_FAILED') return 'The document is not valid GraphQL here.';
  const nodes = error instanceof GraphQLError ? (error.nodes ?? []) : [];
  if (!nodes.some(isValue)) return formatted.message;
  return 'A value in the document is not of the type that is expected here.';
}

const VALUES: ReadonlySet<ASTNode['kind']> = new Set([
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
]);

function isValue(node: ASTNode): boolean {
  return VALUES.has(node.kind);
}
