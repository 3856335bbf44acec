import { beforeAll, describe, expect, test } from 'vitest';
import { as } from '../../test/as.ts';
import { hub } from '../../test/hub.ts';
import { expertsWithLoad, requestFacts } from '../matching/facts.ts';
import { DEFAULT_WEIGHTS } from '../matching/percents.ts';
import { rankingOf } from '../matching/ranking.ts';
import { indexExperts } from '../matching/topic.ts';
import { Person } from '../people/person.ts';
import { rows, sql } from '../platform/sql.ts';
import { whyNotReady } from '../requests/request.checks.ts';
import { RequestState } from '../requests/request.states.ts';
import { Request } from '../requests/request.ts';
import { seedDemo } from './seed.ts';

beforeAll(async () => seedDemo(await hub()));

async function person(email: string): Promise<Person> {
  const { orm } = await hub();
  return orm.em.fork().findOneOrFail(Person, { email });
}

async function rankings() {
  const { orm } = await hub();
  const em = orm.em.fork();
  const requests = await em.find(Request, {}, { orderBy: { number: 'asc' } });
  const facts = await requestFacts(
    em,
    requests.map(({ id }) => id),
  );
  const { experts } = await expertsWithLoad(em);
  const index = indexExperts(experts);
  return requests.map((request) => {
    const asked = facts.get(request.id);
    if (!asked) throw new Error('A request has no facts.');
    return { number: request.number, ...rankingOf(asked, { experts, index, weights: DEFAULT_WEIGHTS }) };
  });
}

describe('the requests of the demo', () => {
  test('find at least three people each, and the twentieth nobody, with reasons why', async () => {
    const found = await rankings();
    expect(found.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    const short = found.filter(({ gates, number }) => number < 20 && gates.remaining.length < 3);
    expect(short.map(({ number }) => number)).toEqual([]);
    const last = found.at(-1);
    expect(last?.gates.remaining).toEqual([]);
    expect(last?.gates.fell.length).toBeGreaterThan(1);
  });

  test('are as complete as the hub asks of any other', async () => {
    const { orm } = await hub();
    const requests = await orm.em.fork().find(Request, { state: RequestState.OPEN });
    expect(requests).toHaveLength(16);
    for (const request of requests) {
      const { questionsCloseAt, closesAt } = request;
      expect([request.number, whyNotReady(request, 1, new Date())]).toEqual([request.number, []]);
      expect(questionsCloseAt && closesAt && questionsCloseAt < closesAt).toBe(true);
    }
  });

  test('keep the limit a person set: Meera is at hers through the work she does', async () => {
    const { orm } = await hub();
    const meera = await person('meera@example.org');
    const { experts } = await expertsWithLoad(orm.em.fork());
    expect(experts.find(({ id }) => id === meera.id)).toMatchObject({ load: 1, loadCap: 1 });
  });

  test('leave nobody without an answer where they have ended', async () => {
    const { orm } = await hub();
    const found = await rows(
      orm.em.fork(),
      sql`
      select r.state, array_agg(distinct s.state order by s.state) as responses, bool_and(coalesce(s.feedback, '') <> '') as told
      from request r join response s on s.request_id = r.id where r.state in ('CLOSED', 'IN_PROGRESS') group by r.state order by 1`,
    );
    expect(found).toEqual([
      { state: 'CLOSED', responses: ['COMPLETED', 'NOT_SELECTED'], told: true },
      { state: 'IN_PROGRESS', responses: ['DECLINED', 'ENGAGED', 'NOT_SELECTED'], told: false },
    ]);
  });

  test('invite only people who pass, have not answered and are verified', async () => {
    const { orm } = await hub();
    const em = orm.em.fork();
    const all = await rankings();
    const invited = await rows<{
      number: number;
      personId: string;
      verified: boolean;
      state: string;
      load: string;
    }>(
      em,
      sql`
      select r.number, i.person_id as "personId", p.verified_at is not null as verified, s.state, w.state as load
      from invitation i join request r on r.id = i.request_id join person p on p.id = i.person_id
      join response s on s.request_id = r.id and s.person_id = p.id
      join workload w on w.request_id = r.id and w.person_id = p.id and w.ended_at is null`,
    );
    expect(invited.length).toBeGreaterThanOrEqual(20);
    for (const { number, personId, ...rest } of invited) {
      expect(rest).toEqual({ verified: true, state: 'INVITED', load: 'INVITED' });
      const passed = all.find((one) => one.number === number)?.gates.remaining.map(({ id }) => id);
      expect(passed).toContain(personId);
    }
  });

  test('leave something in the inboxes, each with a sentence', async () => {
    for (const email of ['meera@example.org', 'imani@example.org', 'nokuthula@example.org']) {
      const { inbox } = await as(await person(email)).run(
        '{ inbox(first: 50) { edges { node { says href } } } }',
      );
      const items = (inbox?.edges as unknown as { node: { says: string } }[]).map(({ node }) => node.says);
      expect([email, items.length > 0]).toEqual([email, true]);
      expect(items.filter((says) => says.includes('no longer available'))).toEqual([]);
    }
  });

  test('are read by staff and by an expert alike', async () => {
    const list = '{ requests(first: 50) { edges { node { number title state viewerCan { respond } } } } }';
    for (const email of ['hana@example.org', 'meera@example.org']) {
      const { requests } = await as(await person(email)).run(list);
      expect((requests?.edges as unknown as unknown[]).length).toBeGreaterThanOrEqual(16);
    }
  });
});
