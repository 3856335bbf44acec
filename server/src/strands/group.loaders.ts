import { viewerId, type Context } from '../people/viewer.ts';
import { batch } from '../platform/batch.ts';
import { rows, sql } from '../platform/sql.ts';
import { groupRow, groupsVisibleTo, type GroupRow } from './group.policy.ts';

/** The groups that rows of an answer name, in one statement. */
export const groupOf = batch<string, GroupRow | null>(async (em, ids, context) => {
  const me = viewerId(context as Context);
  const found = await rows<GroupRow>(
    em,
    sql`${groupRow(me)} where g.id = any(${ids}::uuid[]) and ${groupsVisibleTo(me)}`,
    'once',
  );
  return new Map(found.map((row) => [row.id, row]));
}, null);
