import { pino, type DestinationStream, type Logger } from 'pino';

/**
 * Events as JSON, one a line. Of an error only what it is called, what it says and where it happened: those of the database carry the
 * statement with its parameters, which hold what people entered.
 */
export function createLog(level: string, destination: DestinationStream): Logger {
  return pino({ level, serializers: { err: describeError } }, destination);
}

function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  return { name, message, stack, ...('code' in error && { code: error.code }) };
}
