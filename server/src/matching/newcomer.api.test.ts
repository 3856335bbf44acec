import { expect, test, vi } from 'vitest';
import { cast } from '../../test/cast.ts';
import { asExpert, morePeople } from '../../test/experts.ts';
import { hub } from '../../test/hub.ts';
import { act, openRequestOf } from '../../test/requests.ts';
import { listOf, request } from '../../test/responses.ts';
import { firstRow, sql } from '../platform/sql.ts';
import type { ShownRank } from './match-list-shown.ts';

const SEEN = (first: number) =>
  `matches(first: ${first}) { matches { rank score isNewcomer asksLastYear expert { handle } } }`;

test('one place in ten goes to somebody who was not asked, and the list says so', async () => {
  const all = await cast();
  const crowd = await morePeople(12);
  const [fresh, ...others] = crowd;
  if (!fresh) throw new Error('A crowd has somebody in it.');
  for (const person of others) await asExpert(person);
  await asExpert(fresh, { about: 'I keep books.', evidence: 'Kept the books of a library.' });
  const { request: open } = await openRequestOf(all);
  await act(all.hana, 'revealMatches', { requestId: open.id });
  for (const some of [others.slice(0, 6), others.slice(6)])
    await act(all.hana, 'inviteExperts', { requestId: open.id, personIds: some.map(({ id }) => id) });

  const { matches } = await request(all.hana, open.id, SEEN(12));
  const found = listOf(matches?.matches);
  expect(found[9]).toMatchObject({
    rank: 12,
    isNewcomer: true,
    asksLastYear: 0,
    expert: { handle: fresh.handle },
  });
  expect(found.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 10, 11]);
  expect(found.filter(({ isNewcomer }) => isNewcomer)).toHaveLength(1);

  const moved = others.find(({ handle }) => handle === String(found[10]?.expert?.handle));
  const { standing } = await request(
    all.hana,
    open.id,
    `standing(personId: "${moved?.id}", first: 10) { rank lastShown }`,
  );
  expect(standing).toEqual({ rank: expect.any(Number), lastShown: found[8]?.score });

  const noted = async () =>
    firstRow<{ ranks: ShownRank[] }>((await hub()).orm.em.fork(), sql`select ranks from match_list_shown`);
  const row = await vi.waitFor(async () => (await noted()) ?? Promise.reject(new Error('Not yet.')));
  expect(row.ranks[9]).toMatchObject({ person: fresh.id, rank: 12, newcomer: true });

  await act(all.hana, 'inviteExperts', { requestId: open.id, personIds: [fresh.id] });
  const again = listOf((await request(all.hana, open.id, SEEN(12))).matches?.matches);
  expect(again.some(({ isNewcomer }) => isNewcomer)).toBe(false);
}, 90_000);
