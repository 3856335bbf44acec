import { LockMode } from '@mikro-orm/core';
import type { RawBuilder } from 'kysely';
import * as say from '../platform/say/generated/people.ts';
import { closedDoor } from '../platform/errors.ts';
import { isId } from '../platform/ids.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import { firstRow, sql } from '../platform/sql.ts';
import { Person } from './person.ts';
import { Profile } from './profile.ts';
import { profileRows, type ProfileRow } from './profile.rows.ts';
import { isAdmin, isStaff, signedIn, type Context, type Viewer } from './viewer.ts';

/** SQL: the viewer may know of person `p`. Visitors know of those who show something to everybody. */
export function peopleVisibleTo(viewer: Viewer | null): RawBuilder<boolean> {
  if (isStaff(viewer)) return sql`p.left_at is null`;
  if (viewer)
    return sql`((p.suspended_at is null and p.left_at is null and p.waiting_since is null) or p.id = ${viewer.id})`;
  return sql`(p.suspended_at is null and p.left_at is null and p.waiting_since is null
    and exists (select 1 from jsonb_each_text(r.visibility) as chosen where chosen.value = 'PUBLIC'))`;
}

/** The door: every way to one person goes through here. */
export function openPerson(context: Context, id: string): Promise<ProfileRow> {
  return openWhere(context, isId(id) ? sql`p.id = ${id}` : sql`false`);
}

/** The same door, by the name in addresses. */
export function openPersonCalled(context: Context, handle: string): Promise<ProfileRow> {
  return openWhere(context, HANDLE.test(handle) ? sql`p.handle = ${handle.toLowerCase()}` : sql`false`);
}

const HANDLE = /^[a-z0-9-]{1,100}$/i;

async function openWhere({ em, viewer }: Context, which: RawBuilder<boolean>): Promise<ProfileRow> {
  const row = await firstRow<ProfileRow>(
    em,
    sql`${profileRows(viewer)} where ${which} and ${peopleVisibleTo(viewer)}`,
  );
  return row ?? closedDoor();
}

/** The same door for writing: the person's row and the viewer's own are locked, in one order, until the transaction ends. */
export async function lockPerson(context: Context, id: string): Promise<{ person: Person; by: Person }> {
  await openPerson(context, id);
  const me = signedIn(context).id;
  const both = await context.em.find(
    Person,
    { id: { $in: [id, me] } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  const person = both.find((each) => each.id === id);
  const by = both.find((each) => each.id === me);
  return person && by && !by.suspendedAt ? { person, by } : closedDoor();
}

/** The viewer's own profile for writing, made at the first edit, and whether the form was written against another version. */
export async function lockOwnProfile(
  context: Context,
  version: number,
): Promise<{ person: Person; profile: Profile; stale: Problem | null }> {
  const { person, profile } = await lockProfileOf(context);
  return { person, profile, stale: profile.version === version ? null : stale() };
}

/** The same for what is said elsewhere than on the profile's own form, whatever its version. */
export async function lockProfileOf(context: Context): Promise<{ person: Person; profile: Profile }> {
  const { person } = await lockPerson(context, signedIn(context).id);
  return { person, profile: (await context.em.findOne(Profile, { person })) ?? new Profile(person) };
}

const stale = (): Problem => ({ code: ProblemCode.STALE, field: 'version', message: say.profileChanged() });

type Somebody = Pick<Person, 'id' | 'role'>;

/** Only the person themselves writes their profile and chooses their name. */
export function whyNotEditProfile(viewer: Somebody | null, person: Pick<Person, 'id'>): Problem | null {
  return viewer?.id === person.id ? null : { code: ProblemCode.NOT_ALLOWED, message: say.ownProfile() };
}

/** Staff vouch for others, never for themselves. */
export function whyNotVerify(viewer: Somebody | null, person: Pick<Person, 'id'>): Problem | null {
  if (!viewer || !isStaff(viewer)) return { code: ProblemCode.NOT_ALLOWED, message: say.staffVerify() };
  return notSelf(viewer, person, say.somebodyElseVerifies());
}

/** Admins choose roles, but not their own: so there is always one left. */
export function whyNotChangeRole(viewer: Somebody | null, person: Pick<Person, 'id'>): Problem | null {
  if (!viewer || !isAdmin(viewer)) return { code: ProblemCode.NOT_ALLOWED, message: say.adminsRoles() };
  return notSelf(viewer, person, say.anotherAdmin());
}

export function whyNotSuspend(viewer: Somebody | null, person: Pick<Person, 'id'>): Problem | null {
  if (!viewer || !isAdmin(viewer)) return { code: ProblemCode.NOT_ALLOWED, message: say.adminsSuspend() };
  return notSelf(viewer, person, say.notYourself());
}

function notSelf(viewer: Somebody, person: Pick<Person, 'id'>, message: string): Problem | null {
  return viewer.id === person.id ? { code: ProblemCode.SELF, message } : null;
}
