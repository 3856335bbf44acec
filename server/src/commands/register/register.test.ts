import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { cast } from '../../../test/cast.ts';
import { hub } from '../../../test/hub.ts';
import { firstRow, rows, sql } from '../../platform/sql.ts';
import { expertRegister } from './experts.ts';
import { importRegister } from './import.ts';
import { idFor } from './lines.ts';
import { matchAll } from './match-all.ts';
import { planAll } from './plan-all.ts';
import { requestRegister } from './requests.ts';

const folder = mkdtempSync(join(tmpdir(), 'hub-register-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => void (await cast()));

const OXYGEN = {
  title: 'Oxygen in district hospitals',
  text: 'We kept concentrators and pulse oximeters working.',
};
const MIDWIFERY = {
  title: 'A midwifery curriculum',
  text: 'Competences for midwives, reviewed with three schools.',
};

async function bring(what: 'experts' | 'requests', lines: readonly (object | string)[]) {
  const path = join(folder, `${what}.jsonl`);
  writeFileSync(
    path,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  const told: string[] = [];
  const { orm } = await hub();
  const tell = (line: string) => void told.push(line);
  const done =
    what === 'experts'
      ? await importRegister(orm, path, expertRegister, tell)
      : await importRegister(orm, path, requestRegister, tell);
  return { ...done, told };
}

async function evidenceOf(id: string) {
  const found = sql`select title, kind, day::text from evidence where person_id = ${idFor('expert', id)} order by position`;
  return rows<{ title: string; kind: string; day: string | null }>((await hub()).orm.em.fork(), found);
}

async function matches(top?: number) {
  const out = join(folder, 'matches.jsonl');
  await matchAll((await hub()).orm, { out, today: '2026-11-24', ...(top && { top }) }, () => {});
  const lines = readFileSync(out, 'utf8').trim().split('\n');
  return lines.map(
    (line) =>
      JSON.parse(line) as {
        request: string;
        experts: { id: string; score: number; components: { contribution: number }[] }[];
      },
  );
}

describe('a register of experts', () => {
  test('comes in line by line; each bad line is told with its number and every reason', async () => {
    const { written, refused, told } = await bring('experts', [
      { id: 7, name: 'Meera Vallathur', evidence: [{ ...OXYGEN, date: '2021', kind: 'project' }] },
      '{"id": "broken"',
      { id: 'x', country: 'XX', hoursAMonth: -1, availability: [{ from: '2027-02-01', to: '2027-01-01' }] },
      '["a list"]',
      { name: 'Nobody' },
    ]);
    expect({ written, refused }).toEqual({ written: 1, refused: 4 });
    expect(told).toEqual([
      'line 2: is not JSON',
      'line 3: country must be a country code such as KE; hoursAMonth must be a whole number from 0 to 400; availability 1 ends before it begins',
      'line 4: is not an object',
      'line 5: id must be a text of 1 to 200 characters',
      '1 experts',
    ]);
    expect(await evidenceOf('7')).toEqual([{ title: OXYGEN.title, kind: 'PROJECT', day: '2021-01-01' }]);
  });

  test('brought in again it changes nothing, and a changed line replaces what it said before', async () => {
    const line = { id: 'a', name: 'Kofi', evidence: [OXYGEN, MIDWIFERY] };
    await bring('experts', [line]);
    await bring('experts', [line]);
    expect(await evidenceOf('a')).toHaveLength(2);
    await bring('experts', [{ ...line, evidence: [MIDWIFERY] }]);
    expect((await evidenceOf('a')).map(({ title }) => title)).toEqual([MIDWIFERY.title]);
    const people = await rows((await hub()).orm.em.fork(), sql`select 1 from person where register_id = 'a'`);
    expect(people).toHaveLength(1);
  });

  test('evidence that could identify a patient stays outside, and the rest comes in', async () => {
    const { told } = await bring('experts', [
      { id: 'p', evidence: [OXYGEN, { title: 'A case', text: 'NHS number 999 000 0018 was seen.' }] },
    ]);
    expect(told[0]).toMatch(/^line 1: evidence 2 is left out\. .*NHS number/);
    expect(await evidenceOf('p')).toHaveLength(1);
  });

  test('what scanners leave behind does not stop a line', async () => {
    const torn = { title: 'Oxy\u0000gen\u00ad supply', text: 'half a pair \ud800 of surrogates\u200b' };
    expect(await bring('experts', [{ id: 't', evidence: [torn] }])).toMatchObject({ written: 1, refused: 0 });
    expect((await evidenceOf('t'))[0]?.title).toBe('Oxygen supply');
  });

  test('nobody signs in with an account of a register', async () => {
    await bring('experts', [{ id: 's' }]);
    const account = sql`select 1 from account where user_id = ${idFor('expert', 's')}`;
    expect(await firstRow((await hub()).orm.em.fork(), account)).toBeNull();
  });
});

describe('requests of a register', () => {
  test('are matched by what people did, best first, and the score is the sum of its parts', async () => {
    await bring('experts', [
      { id: 'midwife', evidence: [MIDWIFERY] },
      { id: 'engineer', evidence: [OXYGEN] },
    ]);
    await bring('requests', [
      {
        id: 'air',
        title: 'Oxygen supply',
        text: 'Keep concentrators and oximeters working in a district hospital.',
      },
      { id: 'birth', title: 'Midwifery curriculum', text: 'Review the competences of midwives.' },
    ]);
    const found = await matches();
    expect(found.map(({ request, experts }) => [request, experts[0]?.id])).toEqual([
      ['air', 'engineer'],
      ['birth', 'midwife'],
    ]);
    for (const { experts } of found)
      for (const { score, components } of experts)
        expect(components.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 9);
    expect((await matches(1))[0]?.experts).toHaveLength(1);
  });

  test('keep out whom an essential criterion rules out, and are left alone once published', async () => {
    await bring('experts', [
      {
        id: 'fr',
        evidence: [OXYGEN],
        languages: [{ tag: 'fr', speaking: 'C1', reading: 'C1', writing: 'C1' }],
      },
      { id: 'en', evidence: [OXYGEN] },
    ]);
    const criteria = [
      { kind: 'language', importance: 'essential', value: 'fr', level: 'B2', says: 'French' },
    ];
    const request = { id: 'air', title: 'Oxygen supply', text: 'Concentrators', criteria };
    await bring('requests', [request]);
    expect((await matches())[0]?.experts.map(({ id }) => id)).toEqual(['fr']);

    const em = (await hub()).orm.em.fork();
    await rows(em, sql`update request set state = 'OPEN', opened_at = now() where register_id = 'air'`);
    await bring('requests', [{ ...request, title: 'Something else', criteria: [] }]);
    const kept = await firstRow<{ title: string }>(
      em,
      sql`select title from request where register_id = 'air'`,
    );
    expect(kept?.title).toBe('Oxygen supply');
    expect((await matches())[0]?.experts.map(({ id }) => id)).toEqual(['fr']);
  });
});

test('a plan asks nobody beyond their cap and says which seats stay empty', async () => {
  await bring('experts', [{ id: 'one', loadCap: 1, evidence: [OXYGEN] }]);
  const text = 'Keep concentrators and oximeters working in a district hospital.';
  await bring('requests', [
    { id: 'first', title: 'Oxygen supply', text },
    { id: 'second', title: 'Oxygen supply again', text },
  ]);
  const out = join(folder, 'plan.jsonl');
  const told: string[] = [];
  await planAll((await hub()).orm, out, '2026-11-24', (line) => void told.push(line));
  const lines = readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { unfilled: number; experts: { id: string }[] });
  expect(lines.flatMap(({ experts }) => experts.map(({ id }) => id))).toEqual(['one']);
  expect(lines.map(({ unfilled }) => unfilled).sort()).toEqual([0, 1]);
  expect(told[0]).toMatch(/^1 of 2 seats are filled/);
});
