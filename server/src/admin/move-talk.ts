import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';
import type { Group } from '../strands/group.ts';

/** Discussions go to another group, all or some, with their replies and what was read. Both groups' rows are locked. */
export async function moveDiscussions(
  em: EntityManager,
  from: Group,
  to: Group,
  ids: readonly string[] | null = null,
): Promise<{ id: string; version: number }[]> {
  await em.flush();
  const which = ids ? sql`id = any(${ids}::uuid[])` : sql`true`;
  await rows(
    em,
    sql`select id from discussion where group_id = ${from.id} and ${which} order by id for update`,
  );
  const moved = await rows<{ id: string; version: number }>(
    em,
    sql`
    update discussion set group_id = ${to.id}, version = version + 1
    where group_id = ${from.id} and ${which} returning id, version`,
  );
  from.discussionCount -= moved.length;
  to.discussionCount += moved.length;
  return moved;
}
