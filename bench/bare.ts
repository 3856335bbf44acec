// The least a server can do: one statement, its rows as JSON. `/list?…` and `/discussion?…`, see `cases.ts`.
import { createServer } from 'node:http';
import pg from 'pg';
import { DISCUSSION, LIST } from './rows.ts';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === '/healthz') return response.end('{}');
  const text = pathname === '/list' ? LIST : DISCUSSION;
  const values = [searchParams.get('of'), searchParams.get('for'), Number(searchParams.get('first'))];
  const { rows } = await pool.query(text, values);
  const body = JSON.stringify({ rows });
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  return response.end(body);
});
server.listen(Number(process.env['PORT']));
process.on('SIGTERM', () => process.exit(0));
