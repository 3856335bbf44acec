import { beforeAll, describe, expect, test } from 'vitest';
import { as } from '../../test/as.ts';
import { hub } from '../../test/hub.ts';
import { Person } from '../people/person.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import { publicWords } from '../platform/words.ts';
import { demoCare } from './care.ts';
import { seedDemo, seedDemoOnFirstStart } from './seed.ts';
import { demoSignIns } from './sign-ins.ts';

beforeAll(async () => {
  const app = await hub();
  expect(await demoSignIns(app)).toEqual([expect.stringContaining('npm run hub -- setup')]);
  await seedDemoOnFirstStart(app);
});

async function person(email: string): Promise<Person> {
  const { orm } = await hub();
  return orm.em.fork().findOneOrFail(Person, { email });
}

describe('the demo', () => {
  test('is there once', async () => {
    const app = await hub();
    await seedDemoOnFirstStart(app);
    expect(await firstRow(app.orm.em.fork(), sql`select count(*)::int as people from person`)).toEqual({
      people: 34,
    });
    await expect(seedDemo(app)).rejects.toThrow();
  });

  test('is signed in to with what is printed', async () => {
    const app = await hub();
    const [who, password] = await demoSignIns(app);
    expect(who).toContain('kofi@example.org (an expert)');
    const { user } = await app.signIn.api.signInEmail({
      body: { email: 'meera@example.org', password: String(password?.split(' ').at(-1)) },
    });
    expect(user.email).toBe('meera@example.org');
  });

  test('counts what it holds as the hub does', async () => {
    const { orm } = await hub();
    const wrong = await rows(
      orm.em.fork(),
      sql`
      select g.slug from "group" g
      where g.member_count <> (select count(*) from membership m where m.group_id = g.id and m.state = 'ACTIVE')
        or g.discussion_count <> (select count(*) from discussion d where d.group_id = g.id)
      union all
      select d.title from discussion d
      where d.last_number <> (select max(number) from reply r where r.discussion_id = d.id)
        or d.last_number <> (select count(*) from reply r where r.discussion_id = d.id)
        or d.latest_at <> (select max(posted_at) from reply r where r.discussion_id = d.id)
        or exists (select 1 from reply r where r.discussion_id = d.id and r.in_reply_to >= r.number)
      union all
      select r.id::text from reply r where r.thanks_count <> (select count(*) from thanks t where t.reply_id = r.id)`,
    );
    expect(wrong).toEqual([]);
  });

  test('shows a question with its answer, where a discussion stands, how one ended, and thanks', async () => {
    const { orm } = await hub();
    const cared = await rows<{ title: string }>(
      orm.em.fork(),
      sql`
      select title from discussion d where context is not null or answer_number <= last_number
        or closing_note is not null or exists (select 1 from reply r where r.discussion_id = d.id and r.thanks_count > 0)`,
    );
    expect(cared.map(({ title }) => title).toSorted()).toEqual(demoCare.map(({ title }) => title).toSorted());
  });

  test('nobody speaks in a group they do not belong to, or from the future', async () => {
    const { orm } = await hub();
    const wrong = await rows(
      orm.em.fork(),
      sql`
      select p.email, g.slug from reply r join discussion d on d.id = r.discussion_id join "group" g on g.id = d.group_id
      join person p on p.id = r.author_id
      where r.posted_at > now() or not exists (select 1 from membership m where m.group_id = g.id and m.person_id = p.id)`,
    );
    expect(wrong).toEqual([]);
  });

  test('says nothing that a person would be stopped from saying', async () => {
    const { orm } = await hub();
    const texts = await rows<{ text: string }>(
      orm.em.fork(),
      sql`
      select body as text from reply union all select title from discussion union all select body from question
      union all select concat_ws(E'\\n', title, problem, desired_outcome, already_tried, expenses) from request
      union all select about from profile union all select evidence from expertise
      union all select text from response where text <> '' union all select feedback from response where feedback is not null`,
    );
    expect(texts.length).toBeGreaterThan(400);
    const stopped = texts.filter(
      ({ text }) => publicWords(text, { max: 10_000, multiline: true, field: 'body', label: 'it' }).problem,
    );
    expect(stopped).toEqual([]);
  });

  test('leaves every expert something to read, and Meera something she has read', async () => {
    const { orm } = await hub();
    const idle = await rows(
      orm.em.fork(),
      sql`
      select p.email from person p where p.role = 'MEMBER' and not exists (
        select 1 from membership m join discussion d on d.group_id = m.group_id
        left join read_mark r on r.person_id = p.id and r.discussion_id = d.id
        where m.person_id = p.id and d.last_number > coalesce(r.number, 0))`,
    );
    expect(idle).toEqual([]);

    const { discussions } = await as(await person('meera@example.org')).run(
      '{ discussions(first: 50) { edges { node { unreadCount } } } }',
    );
    const counts = (discussions?.edges as unknown as { node: { unreadCount: number } }[]).map(
      ({ node }) => node.unreadCount,
    );
    expect(counts).toContain(0);
    expect(Math.max(...counts)).toBeGreaterThan(0);
  });
});
