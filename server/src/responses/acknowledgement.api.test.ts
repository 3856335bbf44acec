import { expect, test } from 'vitest';
import { as, PROBLEMS, type Nested } from '../../test/as.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { statementsOf } from '../../test/hub.ts';
import { openRequest, openRequestOf } from '../../test/requests.ts';
import {
  answered,
  assessed,
  codesOf,
  listOf,
  moved,
  nodesOf,
  offerTo,
  request,
} from '../../test/responses.ts';
import type { Person } from '../people/person.ts';

const TOLD = {
  result: 'A checklist.',
  usedHow: 'Daily.',
  changedWhat: 'Neither stopped.',
  evidence: 'The log.',
};

/** Brings a request from its responses to its end: Meera does the work, Kofi is not chosen. */
async function done({ hana, meera, kofi }: Cast, requestId: string): Promise<void> {
  const found = await assessed(hana, requestId, [meera, kofi]);
  const offered = await offerTo(hana, found.get(meera.id));
  const accepted = await answered(meera, 'acceptOffer', { responseId: offered.id, version: offered.version });
  await answered(hana, 'completeEngagement', { responseId: accepted.id, version: accepted.version });
  if ((await request(hana, requestId, 'state')).state !== ('DELIVERED' as unknown))
    await moved(hana, 'deliverRequest', requestId);
  await moved(hana, 'recordOutcome', requestId, TOLD);
  await moved(hana, 'closeRequest', requestId, { feedback: 'One was enough.' });
}

async function acknowledged(viewer: Person | null, handle: string): Promise<Nested[]> {
  const query =
    'query ($handle: String!) { person(handle: $handle) { acknowledgements { title programme } } }';
  return listOf((await as(viewer).run(query, { handle })).person?.acknowledgements);
}

test('whoever did the work is named in the outcome and acknowledged on their profile, and nobody else', async () => {
  const all = await cast();
  const { request: posted } = await openRequestOf(all, { peopleNeeded: 1 });
  const before = await acknowledged(all.tendo, all.meera.handle);
  await done(all, posted.id);

  expect(before).toEqual([]);
  expect((await request(all.kofi, posted.id, 'outcome { evidence helped { displayName } }')).outcome).toEqual(
    {
      evidence: 'The log.',
      helped: [{ displayName: 'Meera Vallathur' }],
    },
  );
  expect(await acknowledged(all.tendo, all.meera.handle)).toEqual([
    { title: 'Keep two oxygen plants running', programme: 'Health systems partnerships' },
  ]);
  expect(await acknowledged(all.tendo, all.kofi.handle)).toEqual([]);
});

test('several cost as many statements as one', async () => {
  const all = await cast();
  const { request: posted, health } = await openRequestOf(all, { peopleNeeded: 1 });
  await done(all, posted.id);
  const look = () => acknowledged(all.tendo, all.meera.handle);
  const one = await statementsOf(look);
  await done(all, (await openRequest(all.hana, health, { title: 'A second', peopleNeeded: 1 })).id);

  expect(await look()).toHaveLength(2);
  expect((await statementsOf(look)).length).toBe(one.length);
}, 60_000);

const EVIDENCE = `query ($handle: String!) { person(handle: $handle) { profile { evidence {
  edges { node { id kind title body source } } } } } }`;

test('work that was done is noted as evidence by the hub, then with what came of it, and stays out when taken out', async () => {
  const all = await cast();
  const { hana, meera, kofi } = all;
  const { request: posted } = await openRequestOf(all, { peopleNeeded: 1, sensitivity: 'PUBLIC' });
  await done(all, posted.id);
  const noted = async (viewer: Person | null, who: Person) =>
    nodesOf((await as(viewer).run(EVIDENCE, { handle: who.handle })).person?.profile?.evidence);
  const [note] = await noted(hana, meera);

  expect(note).toMatchObject({
    ...{ kind: 'OUTCOME', source: 'HUB', title: 'Keep two oxygen plants running' },
    body: 'A checklist.\n\nDaily.\n\nNeither stopped.',
  });
  expect(await noted(hana, kofi)).toEqual([]);
  const edit = `mutation ($input: EditEvidenceInput!) { editEvidence(input: $input) { ${PROBLEMS} } }`;
  const better = { evidenceId: note?.id, kind: 'OUTCOME', title: 'Saved a country' };
  expect(codesOf(await as(meera).send(edit, better))).toEqual(['NOT_ALLOWED']);
});

test('of work for a request that visitors may not read only the title is noted, and not for visitors', async () => {
  const all = await cast();
  const { meera, kofi } = all;
  const { request: posted } = await openRequestOf(all, { peopleNeeded: 1, sensitivity: 'VERIFIED' });
  await done(all, posted.id);
  const open = `mutation ($input: EditVisibilityInput!) { editVisibility(input: $input) { ${PROBLEMS} } }`;
  const { profile } = (await as(meera).run('query { viewer { profile { version } } }')).viewer as unknown as {
    profile: { version: number };
  };
  const fields = ['EVIDENCE', 'ABOUT'].map((field) => ({ field, visibility: 'PUBLIC' }));
  await as(meera).send(open, { version: profile.version, fields });
  const seen = async (viewer: Person | null) =>
    nodesOf((await as(viewer).run(EVIDENCE, { handle: meera.handle })).person?.profile?.evidence);

  expect(await seen(kofi)).toMatchObject([
    { title: 'Keep two oxygen plants running', body: '', source: 'HUB' },
  ]);
  expect(await seen(null)).toEqual([]);
});
