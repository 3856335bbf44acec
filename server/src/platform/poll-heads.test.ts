import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openDatabase, type Database } from './database.ts';
import { HeadBoard } from './heads.ts';
import { quiet } from './line-log.ts';
import { HubState, LogEvent, Stream } from './log.ts';
import { pollHeads } from './poll-heads.ts';
import { rows, sql } from './sql.ts';

let orm: Database;
let stop: () => Promise<void> = async () => {};

beforeAll(async () => {
  orm = await openDatabase({ url: 'memory://', entities: [Stream, LogEvent, HubState], migrations: [] });
  await orm.schema.create();
  await rows(
    orm.em.fork(),
    sql`
    insert into stream (id, kind, epoch, head_seq, floor_seq) values ('hub', 'hub', 1, 4, 0), ('access', 'access', 1, 2, 0)`,
  );
});
afterEach(() => stop());
afterAll(() => orm.close());

describe('polling the heads', () => {
  test('wakes who follows a stream nobody hinted at, with one statement for all of them', async () => {
    const board = new HeadBoard();
    const wake = vi.fn();
    for (const stream of ['hub', 'access', 'group:none']) board.follow(stream, wake);
    const tell = vi.spyOn(board, 'tell');
    stop = pollHeads(orm.em, board, 100);
    await vi.waitFor(() => expect(wake).toHaveBeenCalledTimes(2));
    expect(tell).toHaveBeenCalledOnce();
    expect([board.headOf('hub'), board.headOf('access'), board.headOf('group:none')]).toEqual([4, 2, 0]);

    await rows(orm.em.fork(), sql`update stream set head_seq = 5 where id = 'hub'`);
    await vi.waitFor(() => expect(wake).toHaveBeenCalledTimes(3));
    expect(board.headOf('hub')).toBe(5);
  });

  test('asks nothing while nobody follows, and nothing once stopped', async () => {
    const asked = vi.spyOn(orm.em, 'fork');
    const board = new HeadBoard();
    stop = pollHeads(orm.em, board, 10);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(asked).not.toHaveBeenCalled();

    board.follow('hub', () => {});
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    await stop();
    asked.mockClear();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });

  test('wakes everybody when the database is another one, whatever its numbers are', async () => {
    const board = new HeadBoard();
    const wake = vi.fn();
    board.follow('hub', wake);
    stop = pollHeads(orm.em, board, 20);
    await vi.waitFor(() => expect(wake).toHaveBeenCalledTimes(1));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const before = board.newsOf('hub');

    await rows(orm.em.fork(), sql`update hub_state set timeline = timeline + 1`);

    await vi.waitFor(() => expect(wake.mock.calls.length).toBeGreaterThan(1));
    expect(board.newsOf('hub')).not.toBe(before);
    const [stream] = await rows<{ epoch: number }>(
      orm.em.fork(),
      sql`select epoch from stream where id = 'hub'`,
    );
    expect(stream?.epoch).toBeGreaterThan(1);
  });

  test('goes on after a fault, and says it once', async () => {
    const said = quiet();
    const board = new HeadBoard();
    const wake = vi.fn();
    board.follow('hub', wake);
    await rows(orm.em.fork(), sql`alter table stream rename to away`);
    stop = pollHeads(orm.em, board, 10);
    await new Promise((resolve) => setTimeout(resolve, 150));
    await rows(orm.em.fork(), sql`alter table away rename to stream`);
    await vi.waitFor(() => expect(wake).toHaveBeenCalled());
    said.loud();
    expect(said.lines.filter((line) => line.includes('heads.unread'))).toHaveLength(1);
  });
});
