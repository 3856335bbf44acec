import { beforeEach, describe, expect, test, vi } from 'vitest';
import { cast, type Cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { HeadBoard } from './heads.ts';
import { Rights, type Moved } from './rights.ts';
import { rows, sql } from './sql.ts';

let all: Cast;
let board: HeadBoard;
let rights: Rights;
let wake: (startsOver?: boolean) => void;
let told: { moved: Moved; upTo: number }[];
beforeEach(async () => {
  all = await cast();
  const { orm } = await hub();
  await rows(orm.em.fork(), sql`delete from event where stream_id = 'access'`);
  await rows(
    orm.em.fork(),
    sql`insert into stream (id, kind, epoch, head_seq, floor_seq) values ('access', 'access', 1, 7, 7)
      on conflict (id) do update set head_seq = 7, floor_seq = 7`,
  );
  board = new HeadBoard();
  const follow = vi.spyOn(board, 'follow');
  rights = new Rights(orm.em, board);
  told = [];
  await rights.add({ rightsMoved: async (moved, upTo) => void told.push({ moved, upTo }) });
  wake = follow.mock.calls[0]?.[1] ?? wake;
});

/** What another process committed, and whether a hint of it came. */
async function moved(seq: number, subjectId: string, isHinted = true): Promise<void> {
  const em = (await hub()).orm.em.fork();
  await rows(
    em,
    sql`insert into event (stream_id, seq, type, subject_id, subject_version, at)
      values ('access', ${seq}, 'rights.changed', ${subjectId}, 1, now())`,
  );
  await rows(em, sql`update stream set head_seq = ${seq} where id = 'access'`);
  if (isHinted) board.tell([{ stream: 'access', head: seq }]);
}

describe('the log of rights', () => {
  test('begins where it stands: what came before the first follower concerns nobody', () => {
    expect(rights.seen).toBe(7);
    expect(told).toEqual([]);
  });

  test('says whose rights moved, and of which things the readers changed', async () => {
    await moved(8, all.tendo.id, false);
    await moved(9, all.technical.id);
    await vi.waitFor(() => expect(rights.seen).toBe(9));

    expect(told).toEqual([
      {
        moved: { people: new Set([all.tendo.id]), things: new Set([all.technical.id]), isAnybody: false },
        upTo: 9,
      },
    ]);
  });

  test('is read once, however many ask for the same', async () => {
    await moved(8, all.tendo.id, false);
    await Promise.all([rights.upTo(8), rights.upTo(8), rights.upTo(7)]);
    expect(told).toHaveLength(1);
  });

  test('concerns everybody when a part of it is gone unread', async () => {
    await moved(9, all.tendo.id);
    await vi.waitFor(() => expect(rights.seen).toBe(9));
    expect(told[0]?.moved.isAnybody).toBe(true);
  });

  test('concerns everybody when it begins anew, and is read from there', async () => {
    const em = (await hub()).orm.em.fork();
    await rows(em, sql`update stream set head_seq = 3, floor_seq = 3 where id = 'access'`);
    await rights.upTo(7);
    expect(rights.seen).toBe(7);

    wake(true);
    await vi.waitFor(() => expect(rights.seen).toBe(3));
    expect(told).toMatchObject([{ moved: { isAnybody: true }, upTo: 3 }]);

    await moved(4, all.tendo.id);
    await vi.waitFor(() => expect(rights.seen).toBe(4));
    expect(told[1]?.moved.people).toEqual(new Set([all.tendo.id]));
  });
});
