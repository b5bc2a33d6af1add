import {
  GraphQLError,
  getOperationAST,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { createHandler, type RequestParams } from 'graphql-sse';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { RequestContext } from '../features/access/index.ts';
import { parseOptions } from './document-limits.ts';
import { errorFormatter } from './graphql-error.ts';
import { withoutSuggestion } from './no-suggestions.ts';
import { logRefusals } from './refusal-log.ts';
import { variableProblem } from './variable-check.ts';

export type GraphqlStream = (
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
  context: RequestContext,
) => Promise<void>;

/**
 * Subscriptions, over the server-sent events of the same endpoint (the protocol of graphql-sse, "distinct connections"). This door stands
 * beside Apollo's: what the endpoint has not checked of a document before is checked here too.
 */
export function graphqlStream(schema: GraphQLSchema, log: Logger): GraphqlStream {
  const format = errorFormatter(log);
  const told = (error: GraphQLError, code?: string) => {
    const { message, locations, path, extensions } = error.toJSON();
    const shown = format(
      {
        message,
        ...(locations && { locations }),
        ...(path && { path }),
        extensions: code ? { code } : { ...extensions },
      },
      error,
    );
    return new GraphQLError(shown.message, {
      nodes: error.nodes ?? null,
      path: error.path ?? null,
      extensions: { ...shown.extensions },
    });
  };
  const handle = createHandler<IncomingMessage, RequestContext, Record<string, unknown>>({
    // Without a token there are only single streams: nothing is kept for a client that reconnects.
    authenticate: () => null,
    onSubscribe: (request, params) => {
      const ready = prepare(schema, params, told, request.context.caller !== null);
      if (Array.isArray(ready)) return { data: null, errors: ready };
      return { ...ready, contextValue: { ...request.context } };
    },
    onNext: (_context, { context }, result) => {
      if (result.errors === undefined) return result;
      logRefusals(log, result.errors, context);
      return { ...result, errors: result.errors.map((error) => told(error)) };
    },
  });

  return async (request, response, body, context) => {
    const [content, { status, statusText, headers }] = await handle({
      method: 'POST',
      url: '/graphql',
      // graphql-sse compares the header as a whole; clients add what else they would take.
      headers: {
        get: (name) =>
          name === 'accept' ? 'text/event-stream' : (request.headers[name] as string | undefined),
      },
      body: () => body,
      raw: request,
      context,
    });
    response.writeHead(status, statusText, {
      ...headers,
      // A proxy that buffers or compresses would hold the steps back.
      'X-Accel-Buffering': 'no',
      'Cache-Control': 'no-store, no-transform',
    });
    if (content === null || typeof content === 'string') {
      response.end(content ?? undefined);
      return;
    }
    response.once('close', () => void content.return(undefined));
    // It may have been before.
    if (request.socket.destroyed) void content.return(undefined);
    for await (const event of content) if (response.writable) response.write(event);
    response.end();
  };
}

/** The operation, checked as far as it can be before it runs; or what is wrong with it. */
function prepare(
  schema: GraphQLSchema,
  { query, variables = {}, operationName }: RequestParams,
  told: (error: GraphQLError, code?: string) => GraphQLError,
  isKnown: boolean,
) {
  let document: DocumentNode;
  try {
    document = parse(typeof query === 'string' ? query : '', parseOptions);
  } catch (error) {
    return [told(error as GraphQLError, 'GRAPHQL_PARSE_FAILED')];
  }
  const invalid = validate(schema, document, specifiedRules, {
    maxErrors: 10,
  });
  if (invalid.length > 0) {
    return invalid
      .map((error) => told(error, 'GRAPHQL_VALIDATION_FAILED'))
      .map((error) =>
        isKnown
          ? error
          : new GraphQLError(withoutSuggestion(error.message), { extensions: error.extensions }),
      );
  }
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) {
    return [
      badInput(
        'Only subscriptions are streamed: send queries and mutations without the header Accept: text/event-stream.',
      ),
    ];
  }
  const problem = variableProblem(schema, operation, variables);
  if (problem !== null) return [badInput(problem)];
  return {
    schema,
    document,
    operationName: operationName ?? undefined,
    variableValues: variables,
  };
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
