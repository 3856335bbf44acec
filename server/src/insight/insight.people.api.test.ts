import { describe, expect, test } from 'vitest';
import { as } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { act, openRequest, openRequestOf } from '../../test/requests.ts';
import { listOf } from '../../test/responses.ts';
import { sql } from '../platform/sql.ts';
import { figures, run, experts } from '../../test/figures.ts';
import { START } from '../../test/talk.ts';

describe('the figures about people', { timeout: 90_000 }, () => {
  test('of participation count each person once a week, in twelve weeks', async () => {
    const all = await cast();
    const words = { groupId: all.technical.id, title: 'Rotas', body: 'How do you share yours?' };
    await as(all.meera).send(START, words);
    await as(all.meera).send(START, { ...words, title: 'More' });
    await as(all.kofi).send(START, words);
    await run(
      sql`update reply set posted_at = posted_at - interval '14 days' where author_id = ${all.kofi.id}`,
    );

    const [one] = listOf((await figures(all.ada)).participation);
    expect(one?.strand).toBe('Technical collaboration');
    const people = listOf(one?.weeks).map((week) => week.people);
    expect(people).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1]);
    const [blurred] = listOf((await figures(all.hana)).participation);
    expect(
      listOf(blurred?.weeks)
        .map((week) => week.people)
        .slice(-3),
    ).toEqual([null, 0, null]);
  });

  test('of load tell who was never asked, and what the busiest tenth carries', async () => {
    const all = await cast();
    const more = await experts(all);
    const { request: one, health } = await openRequestOf(all);
    const two = await openRequest(all.hana, health, { title: 'A second' });
    const ids = more.slice(0, 2).map(({ id }) => id);
    await act(all.hana, 'inviteExperts', { requestId: one.id, personIds: [all.meera.id, ...ids] });
    await act(all.hana, 'inviteExperts', { requestId: two.id, personIds: [all.meera.id] });

    const { load } = await figures(all.ada);
    expect(load).toMatchObject({ invitations: 4, experts: 7, busiestTenth: 0.5 });
    expect(listOf(load?.spread).map(({ experts: count }) => count)).toEqual([4, 2, 1, 0, 0, 0, 0]);
    const { load: blurred } = await figures(all.hana);
    expect(listOf(blurred?.spread).map(({ experts: count }) => count)).toEqual([
      null,
      null,
      null,
      0,
      0,
      0,
      0,
    ]);
  });

  test('of countries count available experts where they live, by what they know', async () => {
    const all = await cast();
    const more = await experts(all);
    await run(sql`update profile set country = 'GH' where person_id = ${all.meera.id}`);
    await run(sql`update profile set paused_until = '2099-01-01' where person_id = ${more[0]?.id}`);
    await run(sql`update expertise set name = 'Burns' where person_id = ${more[1]?.id}`);

    expect((await figures(all.ada)).countries).toMatchObject({
      countries: [{ country: 'GH', experts: 4 }],
      elsewhere: 2,
      expertise: ['Burns', 'Oxygen systems'],
    });
    const burns =
      'query { insight { countries(expertise: "burns") { countries { country experts } elsewhere } } }';
    expect((await figures(all.ada, burns)).countries).toEqual({
      countries: [{ country: 'GH', experts: 1 }],
      elsewhere: 0,
    });
    expect((await figures(all.hana)).countries).toMatchObject({
      countries: [{ country: 'GH', experts: null }],
      elsewhere: null,
    });
  });
});
