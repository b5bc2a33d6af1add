/**
 * Every wait has an end: a statement's in the server, and a little later in the client, for a server that is gone without a
 * word. Without the client's two, a pool hangs for good after its postmaster was killed.
 */
export const limits = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 30_000,
  query_timeout: 35_000,
  idle_in_transaction_session_timeout: 30_000,
  keepAlive: true,
};
