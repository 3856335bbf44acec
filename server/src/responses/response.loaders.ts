import { viewerId, type Context } from '../people/viewer.ts';
import { batch } from '../platform/batch.ts';
import { rows, sql } from '../platform/sql.ts';
import { responseRows, type ResponseRow } from './response.policy.ts';

/** The viewer's own response to each of these requests, in one statement. */
export const myResponseTo = batch<string, ResponseRow | null>(async (em, ids, context) => {
  const me = viewerId(context as Context);
  const own = sql`s.person_id = ${me} and r.id = any(${ids}::uuid[])`;
  const found = await rows<ResponseRow>(em, responseRows(me, own));
  return new Map(found.map((row) => [row.requestId, row]));
}, null);
