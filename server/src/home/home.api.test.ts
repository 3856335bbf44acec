import { beforeEach, describe, expect, test } from 'vitest';
import { as, PROBLEMS } from '../../test/as.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { hub, statementsOf } from '../../test/hub.ts';
import { openRequest, programmes } from '../../test/requests.ts';
import { listOf } from '../../test/responses.ts';
import { rows, sql } from '../platform/sql.ts';
import { noteVisit } from './visit.ts';
import { START } from '../../test/talk.ts';

const BRIEFING = '{ briefing { since days outcomes requests discussions } }';
const OUTCOMES = '{ recentOutcomes { title programme changedWhat } }';

let all: Cast;
beforeEach(async () => {
  all = await cast();
});
const run = async (query: ReturnType<typeof sql>) => rows((await hub()).orm.em.fork(), query);

describe('what came of requests', () => {
  async function closed(words: object = {}) {
    const { health } = await programmes(all);
    const request = await openRequest(all.hana, health, { ...words });
    await run(sql`update request set state = 'CLOSED' where id = ${request.id}`);
    await run(sql`insert into request_move (id, request_id, from_state, to_state, by_id, at)
      values (gen_random_uuid(), ${request.id}, 'DELIVERED', 'CLOSED', ${all.hana.id}, now())`);
    await run(sql`insert into outcome (id, request_id, result, used_how, changed_what, recorded_at, recorded_by_id)
      values (gen_random_uuid(), ${request.id}, 'A checklist.', 'Daily.', 'Both plants run.', now(), ${all.hana.id})`);
    return request.id;
  }

  test('is shown to everybody when the request was public and is closed', async () => {
    const id = await closed();
    const shown = [
      {
        title: 'Keep two oxygen plants running',
        programme: 'Health systems partnerships',
        changedWhat: 'Both plants run.',
      },
    ];
    for (const person of [null, all.pemba])
      expect((await as(person).run(OUTCOMES)).recentOutcomes).toEqual(shown);
    await run(sql`update request set state = 'DELIVERED' where id = ${id}`);
    expect((await as(null).run(OUTCOMES)).recentOutcomes).toEqual([]);
  });

  test('takes one statement for twenty as for one, and so does coming back', async () => {
    const look = () =>
      as(all.meera).run(`{ ${OUTCOMES.slice(1, -1)} ${BRIEFING.slice(1, -1)} reportsWaiting }`);
    await run(sql`insert into visit (person_id, latest_at, away_from, back_at)
      values (${all.meera.id}, now(), now() - interval '9 days', now())`);
    await closed();
    await look();
    const one = await statementsOf(look);
    const [outcome] = await run(sql`select request_id from outcome`);
    for (let n = 0; n < 20; n++) {
      await run(sql`with copy as (insert into request
          (id, programme_id, owner_id, title, contribution_types, time_zone, state, opened_at)
        select gen_random_uuid(), programme_id, owner_id, title, contribution_types, time_zone, state, opened_at
        from request where id = ${Object(outcome).request_id} returning id),
        moved as (insert into request_move (id, request_id, from_state, to_state, by_id, at)
        select gen_random_uuid(), id, 'DELIVERED', 'CLOSED', ${all.hana.id}, now() from copy)
        insert into outcome (id, request_id, result, used_how, changed_what, recorded_at, recorded_by_id)
        select gen_random_uuid(), id, 'R', 'U', 'C', now(), ${all.hana.id} from copy`);
      await as(all.kofi).send(START, { groupId: all.technical.id, title: `Number ${n}`, body: 'Which?' });
    }
    expect((await statementsOf(look)).length).toBe(one.length);
    expect((await look()).briefing).toMatchObject({ outcomes: 21, discussions: 20 });
  });

  test('stays with its readers otherwise', async () => {
    await closed({ sensitivity: 'VERIFIED' });
    for (const person of [null, all.pemba])
      expect((await as(person).run(OUTCOMES)).recentOutcomes).toEqual([]);
    for (const person of [all.meera, all.hana])
      expect((await as(person).run(OUTCOMES)).recentOutcomes).toHaveLength(1);
  });
});

describe('coming back', () => {
  test('after days away one is told what happened, in figures that are counts', async () => {
    const em = (await hub()).orm.em.fork();
    await noteVisit(em, all.meera.id);
    expect((await as(all.meera).run(BRIEFING)).briefing).toBeNull();
    await run(sql`update visit set latest_at = now() - interval '9 days 1 hour'`);
    const words = { groupId: all.technical.id, body: 'Which?' };
    for (const title of ['Pumps', 'Valves']) await as(all.kofi).send(START, { ...words, title });
    await as(all.meera).send(START, { ...words, title: 'Mine, which I have read' });
    await as(all.kofi).send(START, { ...words, title: 'Old', groupId: all.technical.id });
    await run(sql`update discussion set latest_at = now() - interval '10 days' where title = 'Old'`);
    await noteVisit(em, all.meera.id);
    await noteVisit(em, all.meera.id);

    const { briefing } = await as(all.meera).run(BRIEFING);
    expect(briefing).toMatchObject({ days: 9, discussions: 2, outcomes: 0, requests: 0 });
    const unread = '{ discussions(mine: true, filter: UNREAD) { edges { node { title } } } }';
    const titles = listOf((await as(all.meera).run(unread)).discussions?.edges).map(
      ({ node }) => node?.title,
    );
    expect(titles.filter((title) => String(title) !== 'Old')).toHaveLength(2);
    await run(sql`update visit set back_at = now() - interval '13 hours'`);
    expect((await as(all.meera).run(BRIEFING)).briefing).toBeNull();
  });

  test('a short absence is none', async () => {
    const em = (await hub()).orm.em.fork();
    await noteVisit(em, all.meera.id);
    await run(sql`update visit set latest_at = now() - interval '2 days 23 hours'`);
    await noteVisit(em, all.meera.id);
    expect((await as(all.meera).run(BRIEFING)).briefing).toBeNull();
  });
});

test('the first steps of a new member are ticked as they are taken', async () => {
  const steps = '{ firstSteps { expertise availability strand } }';
  expect((await as(all.pemba).run(steps)).firstSteps).toEqual({
    expertise: false,
    availability: false,
    strand: false,
  });
  const join = `mutation ($input: JoinGroupInput!) { joinGroup(input: $input) { __typename ${PROBLEMS} } }`;
  await as(all.pemba).send(join, { groupId: all.technical.id });
  expect((await as(all.pemba).run(steps)).firstSteps).toMatchObject({ strand: true });
});
