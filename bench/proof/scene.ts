import { createHmac, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { root } from '../processes.ts';
import { SECRET } from './hub-process.ts';

export interface Somebody {
  id: string;
  cookie: string;
}

export interface Place {
  id: string;
  stream: string;
  slug: string;
  discussionId: string;
}

export interface Scene {
  people: Somebody[];
  groups: Place[];
}

export interface Wanted {
  people: number;
  groups: number;
  /** How many of the groups are private. The first person leads all of them, and the others belong to all of them. */
  isPrivate: (n: number) => boolean;
}

type Where = { databaseUrl: string } | { dataDir: string };

/** Fills a fresh database, through the hub's own store, with people who are signed in and places to talk in. */
export async function fill(where: Where, { people, groups, isPrivate }: Wanted): Promise<Scene> {
  const { openStore } = await import(`${root}server/dist/src/store.js`);
  const settings = { databaseUrl: null, dataDir: '', ...where };
  const store = await openStore(settings);
  const ask = (text: string, values: unknown[]) => store.orm.em.getConnection().execute(text, values, 'run');
  const everybody = Array.from({ length: people }, (_, n) => ({ n, id: randomUUID(), token: randomUUID() }));
  const places = Array.from({ length: groups }, (_, n) => ({
    n,
    id: randomUUID(),
    slug: `place-${n}`,
    discussionId: randomUUID(),
    privacy: isPrivate(n) ? 'PRIVATE' : 'OPEN',
  }));
  for (const text of FILLING)
    await ask(text, [JSON.stringify(everybody), JSON.stringify(places)].slice(0, count(text)));
  await store.close();
  return {
    people: everybody.map(({ id, token }) => ({ id, cookie: cookieFor(token) })),
    groups: places.map(({ id, slug, discussionId }) => ({ id, slug, discussionId, stream: `group:${id}` })),
  };
}

function count(text: string): number {
  return text.split('?').length - 1;
}

/** The cookie that the sign-in library would have given for this session. */
function cookieFor(token: string): string {
  const signature = createHmac('sha256', SECRET).update(token).digest('base64');
  return `hub.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}

const PEOPLE = 'jsonb_to_recordset(?::jsonb) as p(n int, id uuid, token text)';
const PLACES =
  'jsonb_to_recordset(?::jsonb) as g(n int, id uuid, slug text, privacy text, "discussionId" uuid)';

const FILLING = [
  `insert into person (id, display_name, email, email_verified, handle, role)
    select id, 'Person ' || n, 'person-' || n || '@example.org', true, 'person-' || n, case when n = 0 then 'ADMIN' else 'MEMBER' end
    from ${PEOPLE}`,
  `insert into session (id, user_id, token, expires_at)
    select gen_random_uuid(), id, token, now() + interval '7 days' from ${PEOPLE}`,
  `with p as (select * from ${PEOPLE}), g as (select * from ${PLACES}), made as (
      insert into "group" (id, slug, name, purpose, privacy, member_count, discussion_count)
      select g.id, g.slug, 'Place ' || g.n, 'To try it.', g.privacy, (select count(*) from p), 1 from g
    ), inside as (
      insert into membership (id, group_id, person_id, state, role)
      select gen_random_uuid(), g.id, p.id, 'ACTIVE', case when p.n = 0 then 'LEAD' else 'MEMBER' end from p, g
    ), began as (
      insert into stream (id, kind, epoch, head_seq, floor_seq) select 'group:' || g.id, 'group', 1, 0, 0 from g
    ), topic as (
      insert into discussion (id, group_id, started_by_id, title, last_number, started_at, latest_at)
      select g."discussionId", g.id, (select id from p where n = 0), 'Talk', 1, now(), now() from g
    )
    insert into reply (id, discussion_id, number, author_id, body, html, posted_at)
    select gen_random_uuid(), g."discussionId", 1, (select id from p where n = 0), 'Begin.', '<p>Begin.</p>', now() from g`,
];

export function emptied(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
