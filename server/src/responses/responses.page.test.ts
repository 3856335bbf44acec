import { describe, expect, test } from 'vitest';
import { as } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { hub, statementsOf } from '../../test/hub.ts';
import { act, openRequest, openRequestOf } from '../../test/requests.ts';
import { listOf, nodesOf, NO_INTERESTS, request, sayYes } from '../../test/responses.ts';
import { Person } from '../people/person.ts';

const PAGE = `state responseCounts { state count } outcome { result } responses(first: 50) { edges { node { id state text
  person { displayName isVerified } request { title } invitation { message } declaration { hasInterests }
  engagement { hours } viewerCan { shortlist offer } } } }`;
const MINE = `query { myResponses(first: 50) { edges { node { state request { title owner { displayName } } invitation { message }
  viewerCan { edit withdraw } } } } }`;

async function crowd(count: number): Promise<Person[]> {
  const em = (await hub()).orm.em.fork();
  const people = Array.from({ length: count }, (_, n) => {
    const person = new Person(`Extra ${n}`, `extra-${n}@example.org`, `extra-${n}`);
    person.verifiedAt = new Date();
    return person;
  });
  em.persist(people);
  await em.flush();
  return people;
}

describe('the page of responses', { timeout: 90_000 }, () => {
  test('takes as many statements for twenty as for one', async () => {
    const all = await cast();
    const { request: posted } = await openRequestOf(all);
    const people = await crowd(19);
    const asked = { requestId: posted.id, personIds: [all.meera.id], overrideReason: 'Known to us.' };
    await act(all.hana, 'inviteExperts', asked);
    await sayYes(all.meera, posted.id);
    const look = () => request(all.hana, posted.id, PAGE);
    await look();
    const one = await statementsOf(look);

    await act(all.hana, 'inviteExperts', { ...asked, personIds: people.slice(0, 9).map(({ id }) => id) });
    for (const person of people) await sayYes(person, posted.id, { declaration: NO_INTERESTS });
    const twenty = await statementsOf(look);

    expect(nodesOf((await look()).responses)).toHaveLength(20);
    expect(twenty.length).toBe(one.length);
  });

  test('of one’s own takes as many for several as for one', async () => {
    const all = await cast();
    const { request: posted, health } = await openRequestOf(all);
    await sayYes(all.meera, posted.id);
    const look = () => as(all.meera).run(MINE);
    await look();
    const one = await statementsOf(look);
    for (const title of ['A second', 'A third', 'A fourth']) {
      await sayYes(all.meera, (await openRequest(all.hana, health, { title })).id);
    }
    const many = await statementsOf(look);

    expect(nodesOf((await look()).myResponses)).toHaveLength(4);
    expect(many.length).toBe(one.length);
  });

  test('hears of every step live, and the stream names nobody', async () => {
    const all = await cast();
    const { request: posted } = await openRequestOf(all);
    const asked = { requestId: posted.id, personIds: [all.meera.id], overrideReason: 'Known to us.' };
    await act(all.hana, 'inviteExperts', asked);
    await sayYes(all.meera, posted.id);

    const feed = `query ($stream: String!) { feedSince(cursors: [{ stream: $stream, epoch: 1, seq: 0 }]) { ... on Batch { events {
      type subject { __typename ... on FeedResponse { state requestId } ... on FeedInvitation { requestId } } } } } }`;
    const { feedSince } = await as(all.hana).run(feed, { stream: `request:${posted.id}:staff` });
    const events = listOf(listOf(feedSince)[0]?.events).filter(
      ({ type }) => !String(type).startsWith('request.'),
    );
    expect(events).toEqual([
      {
        type: 'response.moved',
        subject: { __typename: 'FeedResponse', state: 'SUBMITTED', requestId: posted.id },
      },
      { type: 'invitation.made', subject: { __typename: 'FeedInvitation', requestId: posted.id } },
      {
        type: 'response.moved',
        subject: { __typename: 'FeedResponse', state: 'SUBMITTED', requestId: posted.id },
      },
    ]);
    expect(JSON.stringify(feedSince)).not.toContain(all.meera.id);
    const own = await as(all.meera).run(feed, { stream: `person:${all.meera.id}` });
    expect(JSON.stringify(own.feedSince)).toContain('FeedResponse');
    const { feedSince: closed } = await as(all.kofi).run(feed, { stream: `request:${posted.id}:staff` });
    expect(JSON.stringify(closed)).not.toContain('response.moved');
  });
});
