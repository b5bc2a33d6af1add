/**
 * Classes 08 and 57 of SQLSTATE, "too many connections", and what the operating system says of a database that is not there or cannot be
 * asked: this process has no file handle left for it.
 */
const CODE_AWAY = /^(08\w{3}|57\w{3}|53300|ECONNREFUSED|ECONNRESET|EMFILE|ENFILE|ENOENT|EPIPE|ETIMEDOUT)$/;
/** The driver's own words for a connection that went, or an answer that did not come: it gives these errors no code. */
const DRIVER_SAYS_AWAY =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/;

/** The database does not answer for now. What was asked may have been done, or not. */
export function isDatabaseAway(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = databaseCodeOf(error);
  if (code !== '') return CODE_AWAY.test(code);
  return DRIVER_SAYS_AWAY.test(rootOf(error).message);
}

/** Of the database's error or the system's; '' = neither said one. */
export function databaseCodeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const root = rootOf(error);
  return 'code' in root && typeof root.code === 'string' ? root.code : '';
}

/** disk_full: nothing of the statement was done, and nothing can be until there is room again. */
export function isDatabaseFull(error: unknown): boolean {
  return databaseCodeOf(error) === '53100';
}

/** TypeORM wraps the driver's error. */
function rootOf(error: Error): Error {
  const inner = 'driverError' in error ? error.driverError : error;
  return inner instanceof Error && inner !== error ? rootOf(inner) : error;
}
