import { describe, expect, test } from 'vitest';
import { as } from '../../test/as.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { act, openRequest, openRequestOf, programmes, wordsOf } from '../../test/requests.ts';

const SINCE = `query ($cursors: [CursorInput!]!) { feedSince(cursors: $cursors) { __typename
  ... on AccessChanged { stream }
  ... on Batch { stream events { type subjectVersion subject { __typename
    ... on FeedRequest { title state problem summary contributionTypes mode country effortHours peopleNeeded }
    ... on FeedQuestion { body answer } } } } } }`;

async function heard(person: Cast['hana'], stream: string) {
  const { feedSince } = await as(person).run(SINCE, { cursors: [{ stream, epoch: 1, seq: 0 }] });
  return feedSince as unknown as {
    __typename: string;
    events?: { type: string; subject: Record<string, unknown> }[];
  }[];
}
const kinds = async (person: Cast['hana'], stream: string) =>
  (await heard(person, stream)).flatMap(
    ({ __typename, events }) => events?.map(({ type }) => type) ?? [__typename],
  );

describe('the news of a request', () => {
  test('reach the hub once it is public, without what only readers in full see', async () => {
    const all = await cast();
    const { request } = await openRequestOf(all);

    const [batch] = await heard(all.pemba, 'hub');

    expect(batch?.events).toMatchObject([
      { type: 'request.moved', subject: { __typename: 'FeedRequest', state: 'OPEN', problem: null } },
    ]);
    const [full] = await heard(all.pemba, `request:${request.id}`);
    expect(full?.events).toMatchObject([{ subject: { problem: expect.stringContaining('rainy') } }]);
  });

  test('reach its staff from the first draft, and nobody else there', async () => {
    const all = await cast();
    const { request } = await openRequestOf(all);
    const stream = `request:${request.id}:staff`;

    expect(await kinds(all.hana, stream)).toEqual(['request.drafted', 'request.moved', 'request.moved']);
    for (const other of [all.joss, all.ada, all.meera, all.tendo])
      expect(await kinds(other, stream)).toEqual(['AccessChanged', 'CaughtUp']);
  });

  test('of a draft reach its owner and not the hub', async () => {
    const all = await cast();
    const { community } = await programmes(all);
    const id = String((await act(all.tendo, 'draftRequest', wordsOf(community))).request?.id);

    expect(await kinds(all.tendo, `person:${all.tendo.id}`)).toContain('request.drafted');
    expect(await kinds(all.meera, 'hub')).toEqual(['CaughtUp']);
    expect(await kinds(all.meera, `request:${id}`)).toEqual(['AccessChanged', 'CaughtUp']);
  });

  test('of one for verified experts tell the hub what everyone may list, and other members no more', async () => {
    const all = await cast();
    const { health } = await programmes(all);
    const request = await openRequest(all.hana, health, { sensitivity: 'VERIFIED' });

    const [batch] = await heard(all.tendo, 'hub');
    expect(batch?.events?.map(({ subject }) => subject)).toEqual([
      {
        ...{ __typename: 'FeedRequest', title: 'Keep two oxygen plants running', state: 'OPEN' },
        ...{ summary: '', contributionTypes: [], problem: null, mode: null, country: null },
        ...{ effortHours: null, peopleNeeded: null },
      },
    ]);
    expect(await kinds(all.tendo, `request:${request.id}`)).toEqual(['AccessChanged', 'CaughtUp']);
    expect(await kinds(all.meera, `request:${request.id}`)).toEqual(['request.moved']);
  });

  test('that is public no more leaves only its title in the hub, and shuts out who may not read on', async () => {
    const all = await cast();
    const { health, request } = await openRequestOf(all);
    expect(await kinds(all.tendo, `request:${request.id}`)).toEqual(['request.moved']);

    await act(all.hana, 'editRequest', {
      requestId: request.id,
      version: 3,
      ...wordsOf(health, { sensitivity: 'VERIFIED' }),
    });

    const [batch] = await heard(all.tendo, 'hub');
    expect(batch?.events?.map(({ type, subject }) => [type, subject.summary, subject.country])).toEqual([
      ['request.moved', '', null],
      ['request.edited', '', null],
    ]);
    expect(await kinds(all.tendo, `request:${request.id}`)).toEqual(['AccessChanged', 'CaughtUp']);
  });

  test('tell all who read it of questions and answers, and not of who asked', async () => {
    const all = await cast();
    const { request } = await openRequestOf(all);
    await act(all.meera, 'askQuestion', { requestId: request.id, body: 'Which plants?' });

    const [batch] = await heard(all.pemba, `request:${request.id}`);

    expect(batch?.events?.at(-1)).toMatchObject({
      type: 'question.asked',
      subject: { __typename: 'FeedQuestion', body: 'Which plants?', answer: null },
    });
    const { __type } = await as(all.pemba).run('{ __type(name: "FeedQuestion") { fields { name } } }');
    expect(JSON.stringify(__type)).not.toContain('askedBy');
  });
});
