import { batch } from '../platform/batch.ts';
import { closedDoor } from '../platform/errors.ts';
import { rows, sql } from '../platform/sql.ts';
import { profileRows, type ProfileRow } from './profile.rows.ts';
import type { Context } from './viewer.ts';

/** The profiles of people that rows of an answer name, in one statement. Whoever names them opened the door. */
const profiles = batch<string, ProfileRow | null>(async (em, ids, context) => {
  const { viewer } = context as Context;
  const found = await rows<ProfileRow>(em, sql`${profileRows(viewer)} where p.id = any(${ids}::uuid[])`);
  return new Map(found.map((row) => [row.id, row]));
}, null);

export async function profileOf(context: Context, personId: string): Promise<ProfileRow> {
  return (await profiles(context, personId)) ?? closedDoor();
}
