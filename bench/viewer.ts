import type pg from 'pg';
import type { Serving } from './processes.ts';

/** Who is measured, and what they look at. */
export interface Scene {
  cookie: string;
  personId: string;
  groupId: string;
  groupPath: string;
  /** A discussion with twenty replies and a few more. */
  discussionId: string;
  discussionPath: string;
  longPath: string;
}

type Place = Pick<Scene, 'personId' | 'groupId' | 'discussionId'> & { strand: string; longId: string };

/** The reader that the seed made signs in. They belong to the strands and have read half of what is said there. */
export async function scene(hub: Pick<Serving, 'origin'>, database: pg.Client): Promise<Scene> {
  const cookie = await signedIn(hub.origin);
  const { longId, strand, ...place } = await places(database);
  return {
    cookie,
    ...place,
    groupPath: `/strands/${strand}`,
    discussionPath: await pathOf(hub, cookie, place.discussionId),
    longPath: await pathOf(hub, cookie, longId, '?page=1000'),
  };
}

async function signedIn(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email: 'bench@example.org', password: 'taskforce-bench' }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  if (!answer.ok || !cookie) throw new Error(`Signing in answered ${answer.status}: ${await answer.text()}`);
  return cookie;
}

/** A discussion's own address. Looking at its last page marks it as read, so that no later look has to. */
async function pathOf(
  { origin }: Pick<Serving, 'origin'>,
  cookie: string,
  id: string,
  page = '',
): Promise<string> {
  const { ok, status, url } = await fetch(`${origin}/discussions/${id}${page}`, { headers: { cookie } });
  if (!ok) throw new Error(`A discussion answered ${status}.`);
  return new URL(url).pathname;
}

const PLACES = `
  with place as (
    select g.id, s.slug from "group" g join strand s on s.home_group_id = g.id
    order by g.discussion_count desc, g.id limit 1
  )
  select p.id as "personId", place.id as "groupId", place.slug as strand,
    (select d.id from discussion d where d.group_id = place.id and d.last_number between 21 and 30
      order by d.latest_at desc limit 1) as "discussionId",
    (select d.id from discussion d where d.group_id = place.id order by d.last_number desc limit 1) as "longId"
  from place, person p where p.email = 'bench@example.org'`;

async function places(database: pg.Client): Promise<Place> {
  const [row] = (await database.query<Place>(PLACES)).rows;
  if (!row || Object.values(row).includes(null as never))
    throw new Error('The seed lacks what is measured. Run it again without --kept.');
  return row;
}
