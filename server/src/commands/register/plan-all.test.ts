import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '../../../test/cast.ts';
import { hub } from '../../../test/hub.ts';
import { twoRequests } from '../../../test/planning.ts';
import { act } from '../../../test/requests.ts';
import { planAll } from './plan-all.ts';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'hub-plan-'))));
afterAll(() => rmSync(folder, { recursive: true }));

async function planned(): Promise<{ request: string; needed: number; experts: { id: string }[] }[]> {
  const out = join(folder, 'plan.jsonl');
  await planAll((await hub()).orm, out, new Date().toISOString().slice(0, 10), () => {});
  const lines = readFileSync(out, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Awaited<ReturnType<typeof planned>>[number]);
}

test('whoever was asked is counted on, and is not asked again', async () => {
  const all = await cast();
  const { oxygen } = await twoRequests(all);
  await act(all.hana, 'inviteExperts', { requestId: oxygen.id, personIds: [all.meera.id], message: '' });

  const lines = await planned();

  expect(lines.find(({ request }) => request === oxygen.id)).toMatchObject({ needed: 0, experts: [] });
  expect(lines.flatMap(({ experts }) => experts)).not.toEqual([]);
});
