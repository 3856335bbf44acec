import { beforeAll, describe, expect, test } from 'vitest';
import { cast } from '../../../test/cast.ts';
import { hub } from '../../../test/hub.ts';
import { renderMarkdown } from '../../platform/markdown.ts';
import { firstRow, rows, sql } from '../../platform/sql.ts';
import { BENCH_EMAIL, BENCH_PASSWORD } from './bench-people.ts';
import { seedScale, sizeOf } from './bulk.ts';
import { Chance } from './chance.ts';
import { bulkPeople } from './people.ts';

const SIZE = { people: 120, discussions: 60, replies: 900, requests: 40, groups: 5, long: 300 };
const told: string[] = [];

beforeAll(async () => {
  // Beside people and a strand that are there already.
  await cast();
  await seedScale((await hub()).orm, SIZE, (line) => told.push(line));
});

async function only(query: ReturnType<typeof sql>): Promise<unknown> {
  return firstRow((await hub()).orm.em.fork(), query);
}

async function all(query: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> {
  return rows((await hub()).orm.em.fork(), query);
}

describe('bulk data', () => {
  test('has the size that was asked for', async () => {
    expect(
      await only(sql`
      select (select count(*)::int from discussion) as discussions, (select count(*)::int from reply) as replies,
        (select max(last_number)::int from discussion) as long, (select count(*)::int from request) as requests,
        (select count(*)::int from profile) as profiles, (select count(*)::int from strand) as strands`),
    ).toEqual({
      ...{ discussions: 60, replies: 900, long: 300, requests: 40, profiles: 120, strands: 1 },
    });
    expect(told).toContain('reply: 900');
    expect(sizeOf(10)).toMatchObject({
      people: 2_000,
      discussions: 2_000,
      replies: 40_000,
      requests: 300,
      long: 20_000,
    });
  });

  test('keeps what the hub itself keeps: counts, numbers, members, times', async () => {
    const wrong = await all(sql`
      select 'group' as what from "group" g where g.discussion_count <> (select count(*) from discussion d where d.group_id = g.id)
        or g.member_count <> (select count(*) from membership m where m.group_id = g.id and m.state = 'ACTIVE')
      union all select 'discussion' from discussion d join lateral (select count(*) as n, max(number) as top, min(number) as low,
        max(posted_at) as latest from reply r where r.discussion_id = d.id) r on true
        where (r.n, r.top, r.low) <> (d.last_number, d.last_number, 1) or abs(extract(epoch from r.latest - d.latest_at)) > 1
      union all select 'stranger' from reply r join discussion d on d.id = r.discussion_id
        where not exists (select 1 from membership m where m.group_id = d.group_id and m.person_id = r.author_id)
      union all select 'future' from reply where posted_at > now() or in_reply_to >= number
      union all select 'read too far' from read_mark m join discussion d on d.id = m.discussion_id where m.number > d.last_number
      union all select 'request' from request r where r.state <> (select to_state from request_move m where m.request_id = r.id order by at desc limit 1)
        or (r.opened_at is null) <> (r.state = 'SUBMITTED') or (r.state = 'OPEN' and r.closes_at < now())
      union all select 'load' from response s left join workload w on w.person_id = s.person_id and w.request_id = s.request_id
        where (s.state = 'ENGAGED') <> (w.person_id is not null and w.ended_at is null)`);
    expect(wrong).toEqual([]);
  });

  test('shows every body as the one renderer would', async () => {
    const replies = await all(sql`select body, html from reply order by id limit 200`);
    for (const { body, html } of replies) expect(html).toBe(renderMarkdown(String(body)));
  });

  test('is the same each time', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    expect(bulkPeople(new Chance(7), 20, now)).toEqual(bulkPeople(new Chance(7), 20, now));
    expect(bulkPeople(new Chance(8), 20, now)).not.toEqual(bulkPeople(new Chance(7), 20, now));
    expect(new Chance(1).idAt(now)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  test('lets one person sign in who belongs to every strand and has something left to read', async () => {
    const { signIn } = await hub();
    const { user } = await signIn.api.signInEmail({ body: { email: BENCH_EMAIL, password: BENCH_PASSWORD } });
    expect(
      await only(sql`
      select count(*) filter (where m.number < d.last_number) > 0 as unread, count(*) filter (where m.number = d.last_number) > 0 as read
      from discussion d join strand s on s.home_group_id = d.group_id left join read_mark m on m.discussion_id = d.id and m.person_id = ${user.id}`),
    ).toEqual({
      unread: true,
      read: true,
    });
  });
});
