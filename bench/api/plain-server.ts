// The least that answers with a page of servers: node:http, one query of `pg`, JSON. No session, no rules, no GraphQL.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

const pool = new pg.Pool({
  host: process.argv[2],
  port: 5432,
  user: 'postroom',
  database: 'postroom',
  max: 10,
});
pool.on('error', () => undefined);
const PAGE = {
  name: 'page',
  text: `SELECT id, name, kind, is_default AS "isDefault", is_enabled AS "isEnabled", protocol, hostname, port, username,
                start_tls AS "startTls", max_connections AS "maxConnections", revision, updated_at AS "updatedAt"
           FROM smtp_server ORDER BY name_key, id LIMIT 21`,
};

const server = createServer((_request, response) => {
  void pool.query(PAGE).then(({ rows }) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ nodes: rows.slice(0, 20), hasNextPage: rows.length > 20 }));
  });
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.once('disconnect', () => process.exit());
