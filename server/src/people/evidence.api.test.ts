import { describe, expect, test } from 'vitest';
import { as, PROBLEMS, type Nested } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { hub, statementsOf } from '../../test/hub.ts';
import { codesOf, listOf, nodesOf } from '../../test/responses.ts';
import { expertFacts } from './expert-facts.ts';
import type { Person } from './person.ts';

const WRITTEN = 'profile { version evidenceCount }';
const sends = (name: string, fields: string) => `mutation ($input: ${name}Input!) {
  ${name.charAt(0).toLowerCase()}${name.slice(1)}(input: $input) { ... on ${name}Payload { ${WRITTEN} ${fields} } ${PROBLEMS} } }`;
const ADD = sends('AddEvidence', 'evidence { id title source }');
const EDIT = sends('EditEvidence', 'evidence { id title body }');
const REMOVE = sends('RemoveEvidence', '');
const FILE = sends('AddEvidenceFile', 'added');
const PREVIEW = `query ($format: EvidenceFormat!, $text: String!) {
  evidencePreview(format: $format, text: $text) { lines { line kind title body day } faults { line says } } }`;

const piece = { kind: 'PROJECT', title: 'Oxygen plants', body: 'Kept two running.', day: '2024-05-01' };

async function shownTo(viewer: Person | null, handle: string, first = 20, after?: string) {
  const query = `query ($handle: String!, $first: Int!, $after: String) { person(handle: $handle) { profile { evidenceCount
    evidence(first: $first, after: $after) { edges { cursor node { id title body day kind source } } pageInfo { hasNextPage } } } } }`;
  const { person } = await as(viewer).run(query, { handle, first, after });
  return person?.profile as Nested & { evidenceCount: number };
}
const titles = (profile: Nested) => nodesOf(profile.evidence).map(({ title }) => title);

describe('a piece of evidence', () => {
  test('is added, put better and taken out by its owner, and shown the latest first', async () => {
    const { meera, tendo } = await cast();
    const added = await as(meera).send(ADD, piece);
    await as(meera).send(ADD, { ...piece, title: 'Later', day: '2025-01-01' });
    await as(meera).send(ADD, { ...piece, title: 'Undated', day: null });

    expect(added.profile).toEqual({ version: 1, evidenceCount: 1 });
    expect(titles(await shownTo(tendo, meera.handle))).toEqual(['Later', 'Oxygen plants', 'Undated']);
    const evidenceId = added.evidence?.id;
    const edited = await as(meera).send(EDIT, { ...piece, evidenceId, title: 'Three oxygen plants' });
    expect(edited.evidence).toMatchObject({ title: 'Three oxygen plants' });
    await as(meera).send(REMOVE, { evidenceId });
    expect(titles(await shownTo(tendo, meera.handle))).toEqual(['Later', 'Undated']);
  });

  test('is refused with everything that is wrong, and what is to come is none', async () => {
    const { meera } = await cast();
    const nhs = { ...piece, title: ' ', body: 'Seen today: 999 000 0018', day: '2999-01-01' };

    expect(codesOf(await as(meera).send(ADD, nhs))).toEqual([
      'title BLANK',
      'body PATIENT_DATA',
      'day NOT_VALID',
    ]);
    const thesis = 'evidence '.repeat(100_000);
    expect(codesOf(await as(meera).send(ADD, { ...piece, body: thesis }))).toEqual(['body TOO_LONG']);
    expect((await shownTo(meera, meera.handle)).evidenceCount).toBe(0);
  });

  test('has no door for anybody but its owner', async () => {
    const { meera, kofi } = await cast();
    const { evidence } = await as(meera).send(ADD, piece);
    const input = { evidenceId: evidence?.id };
    const closed = { extensions: { code: 'NOT_FOUND' } };

    await expect(as(kofi).send(EDIT, { ...piece, ...input })).rejects.toMatchObject(closed);
    await expect(as(kofi).send(REMOVE, input)).rejects.toMatchObject(closed);
    expect((await shownTo(kofi, meera.handle)).evidenceCount).toBe(1);
  });
});

test('who sees evidence is chosen like any part of a profile, and what nobody sees is not matched', async () => {
  const { meera, kofi, hana } = await cast();
  await as(meera).send(ADD, piece);
  const choose = `mutation ($input: EditVisibilityInput!) { editVisibility(input: $input) { __typename } }`;
  const matched = async () => {
    const [facts] = await expertFacts((await hub()).orm.em.fork(), [meera.id]);
    return facts?.evidenceTexts.length;
  };
  await as(meera).send(choose, { version: 1, fields: [{ field: 'EVIDENCE', visibility: 'STAFF' }] });

  expect((await shownTo(kofi, meera.handle)).evidence).toBeNull();
  expect((await shownTo(kofi, meera.handle)).evidenceCount).toBe(0);
  expect(titles(await shownTo(hana, meera.handle))).toEqual(['Oxygen plants']);
  expect(await matched()).toBe(1);
  await as(meera).send(choose, { version: 2, fields: [{ field: 'EVIDENCE', visibility: 'HIDDEN' }] });
  expect((await shownTo(hana, meera.handle)).evidence).toBeNull();
  expect(await matched()).toBe(0);
});

describe('a file of evidence', () => {
  const CSV = [
    'title,text,date,kind',
    'Oxygen,"Two plants,\nboth running",2024,project',
    'Triage,Taught,2023-02,TEACHING',
    ',No title,2020,',
    'Bad day,Text,31/12/2020,ROLE',
    'Triage,Taught,2023-02,TEACHING',
    'Too,many,2020,ROLE,columns',
  ].join('\r\n');

  test('is shown before it is added: every line whole, or its number and every reason', async () => {
    const { meera } = await cast();
    const { evidencePreview } = await as(meera).run(PREVIEW, { format: 'CSV', text: CSV });

    expect(listOf(evidencePreview?.lines)).toMatchObject([
      { line: 2, title: 'Oxygen', body: 'Two plants,\nboth running', day: '2024-01-01', kind: 'PROJECT' },
      { line: 4, title: 'Triage', day: '2023-02-01', kind: 'TEACHING' },
    ]);
    expect(listOf(evidencePreview?.faults).map(({ line }) => line)).toEqual([5, 6, 7, 8]);
    expect((await shownTo(meera, meera.handle)).evidenceCount).toBe(0);
  });

  test('is added once: what is there already is left out', async () => {
    const { meera } = await cast();
    const text = '{"title":"A","text":"one"}\n{"title":3}\nnot json\n{"title":"B","date":2021}';
    const first = await as(meera).send(FILE, { format: 'JSONL', text });
    const again = await as(meera).send(FILE, { format: 'JSONL', text });

    expect(first).toMatchObject({ added: 2, profile: { evidenceCount: 2 } });
    expect(codesOf(again)).toEqual(['text NOT_VALID']);
  });

  test('with a line that could identify a patient adds the others', async () => {
    const { meera } = await cast();
    const text = 'title;text\nWard round;Seen today: 999 000 0018\nWard;Rounds taught';
    const { evidencePreview } = await as(meera).run(PREVIEW, { format: 'CSV', text });

    expect(JSON.stringify(evidencePreview)).not.toContain('999 000');
    expect(await as(meera).send(FILE, { format: 'CSV', text })).toMatchObject({ added: 1 });
  });

  test('beyond what a profile holds is refused whole', async () => {
    const { meera } = await cast();
    const text = ['title', ...Array.from({ length: 501 }, (_, at) => `Piece ${at}`)].join('\n');

    expect(codesOf(await as(meera).send(FILE, { format: 'CSV', text }))).toEqual(['TOO_MANY']);
    expect(codesOf(await as(meera).send(FILE, { format: 'CSV', text: 'x'.repeat(200_001) }))).toEqual([
      'text TOO_LONG',
    ]);
  });
});

test('pages of evidence neither repeat nor miss a piece, in as many statements for one as for twenty', async () => {
  const { meera, kofi } = await cast();
  const look = () => shownTo(kofi, meera.handle, 100);
  await as(meera).send(ADD, piece);
  const one = await statementsOf(look);
  const text = ['title,date', ...Array.from({ length: 19 }, (_, at) => `Piece ${at},${2000 + (at % 4)}`)];
  await as(meera).send(FILE, { format: 'CSV', text: text.join('\n') });

  expect((await statementsOf(look)).length).toBe(one.length);
  const seen: unknown[] = [];
  let after: string | undefined;
  for (let page = 0; page < 5; page++) {
    const { evidence } = await shownTo(kofi, meera.handle, 6, after);
    const edges = listOf(evidence?.edges);
    seen.push(...nodesOf(evidence).map(({ title }) => title));
    after = String(edges.at(-1)?.cursor ?? '') || undefined;
    if (!evidence?.pageInfo?.hasNextPage) break;
  }
  expect(new Set(seen).size).toBe(20);
  expect(seen).toHaveLength(20);
});
