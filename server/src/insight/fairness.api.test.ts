import { expect, test } from 'vitest';
import { as, type Nested } from '../../test/as.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { asExpert, morePeople } from '../../test/experts.ts';
import { hub, statementsOf } from '../../test/hub.ts';
import { act, openRequestOf } from '../../test/requests.ts';
import { listOf, sayYes } from '../../test/responses.ts';
import { Person } from '../people/person.ts';
import { rows, sql } from '../platform/sql.ts';

const FAIRNESS = 'query { insight { fairness { by value isOthers shown invited accepted selected } } }';

async function fairness(viewer: Person): Promise<Nested[]> {
  return listOf((await as(viewer).run(FAIRNESS)).insight?.fairness);
}

/** Six experts of Ghana and two of Sierra Leone, all invited; the first of Ghana says yes. */
async function invited(all: Cast): Promise<void> {
  const people = await morePeople(8);
  for (const [at, person] of people.entries())
    await asExpert(person, { country: at < 6 ? 'GH' : 'SL', profession: at < 6 ? 'Nurse' : 'nurse ' });
  const { request } = await openRequestOf(all);
  for (const { id } of people)
    await act(all.hana, 'inviteExperts', { requestId: request.id, personIds: [id], message: '' });
  const [first] = people;
  if (first) await sayYes(first, String(request.id));
}

test('who was shown, invited and accepted is told by country, profession and history, and small numbers are not', async () => {
  const all = await cast();
  await invited(all);
  const told = await fairness(all.hana);

  expect(told.find(({ value }) => value === ('GH' as unknown))).toMatchObject({
    // Held back with the other country: two numbers are missing from the sum, and neither can be told from it.
    invited: null,
    accepted: null,
    selected: 0,
  });
  expect(told.find(({ by, isOthers }) => by === ('COUNTRY' as unknown) && isOthers)).toMatchObject({
    value: null,
    invited: null,
  });
  expect(told.find(({ value }) => value === ('nurse' as unknown))).toMatchObject({ invited: 8 });
  expect(told.find(({ value }) => value === ('FIRST' as unknown))).toMatchObject({
    invited: 8,
    accepted: null,
  });
  expect(JSON.stringify(told)).not.toMatch(/:[1-4][,}]/);
  expect(await fairness(all.ada)).toEqual(told);
}, 90_000);

test('a profession and a country that nobody may see are in no group', async () => {
  const all = await cast();
  await invited(all);
  const hidden = JSON.stringify({ COUNTRY: 'HIDDEN', PROFESSION: 'HIDDEN' });
  const em = (await hub()).orm.em.fork();
  await rows(em, sql`update profile set visibility = ${hidden}::jsonb`);
  const values = (await fairness(all.hana)).map(({ value }) => value);

  expect(new Set(values)).toEqual(new Set([null, 'FIRST']));
}, 90_000);

test('it takes one statement, however many were invited', async () => {
  const all = await cast();
  const look = () => fairness(all.hana);
  const none = await statementsOf(look);
  await invited(all);

  expect((await statementsOf(look)).length).toBe(none.length);
}, 90_000);
