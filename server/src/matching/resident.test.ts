import { afterEach, expect, test, vi } from 'vitest';
import { cast } from '../../test/cast.ts';
import { asExpert } from '../../test/experts.ts';
import { hub } from '../../test/hub.ts';
import { rows, sql } from '../platform/sql.ts';
import type * as PackedExperts from './packed-expert.ts';
import { resident } from './resident.ts';

/** What a reader waits for after it has read whom, and before it says so. */
let held: Promise<void> | null = null;
let read = 0;
vi.mock('./packed-expert.ts', async (original) => {
  const real = await original<typeof PackedExperts>();
  return {
    ...real,
    packedExperts: async (...asked: Parameters<typeof real.packedExperts>) => {
      const packed = await real.packedExperts(...asked);
      read += 1;
      await held;
      return packed;
    },
  };
});
afterEach(() => (held = null));

const em = async () => (await hub()).orm.em.fork();

test('whoever is suspended does not come back by a read that began before', async () => {
  const all = await cast();
  await asExpert(all.kofi, { hoursAMonth: 5 });
  await resident(await em());
  const change = async (words: ReturnType<typeof sql>) => rows(await em(), words);

  let letGo = () => {};
  held = new Promise((resolve) => (letGo = resolve));
  const before = read;
  await change(sql`update profile set hours_a_month = 6 where person_id = ${all.kofi.id}`);
  const slow = resident(await em());
  await vi.waitFor(() => expect(read).toBe(before + 1));
  held = null;
  await change(sql`update person set suspended_at = now() where id = ${all.kofi.id}`);
  const found = async () => (await resident(await em())).now().experts.map(({ id }) => id);
  expect(await found()).not.toContain(all.kofi.id);
  letGo();
  await slow;

  expect(await found()).not.toContain(all.kofi.id);
});
