import 'reflect-metadata';
import { afterEach, expect, test } from 'vitest';
import { Channel } from './channel.ts';
import { AccessChanged, Batch, type FeedItem } from './feed.ts';
import type { FeedRead } from './feed-read.ts';
import { Follower, type Source } from './follower.ts';
import { HeadBoard } from './heads.ts';
import type { CursorInput } from './log.ts';
import { Words, type Outlet } from './outlet.ts';

const [TALK, RADIO] = ['group:talk', 'group:radio'];
let follower: Follower | undefined;
afterEach(() => follower?.stop());

/** A log in memory, whose reads of one stream can be held up, and one follower of both. */
function scene() {
  const board = new HeadBoard();
  const heads = new Map([
    [TALK, 0],
    [RADIO, 0],
  ]);
  let heldUp: Promise<void> | null = null;
  const readable = new Set([TALK, RADIO]);
  let asking = Promise.resolve();
  const read = async ({ stream, seq }: CursorInput): Promise<FeedRead> => {
    if (stream === TALK && heldUp) await heldUp;
    const head = heads.get(stream) ?? 0;
    const item = head > seq ? new Batch({ stream, fromSeq: seq, toSeq: head, events: [] }) : null;
    return { item, isMore: false, accessHead: 0, at: new Date(), rendered: new Map() };
  };
  const rights = { seen: 0, add: async () => {}, remove: () => {}, upTo: async () => {} };
  const channels = new Map<string, Channel>();
  const channel = (stream: string) => {
    const before = channels.get(stream) ?? new Channel(stream, { board, rights, read });
    channels.set(stream, before);
    return before;
  };
  const source: Source = {
    ...{ board, rights, read, channel },
    async readable(_, streams) {
      await asking;
      return new Set(streams.filter((stream) => readable.has(stream)));
    },
    hold: (stream) => board.follow(stream, (startsOver) => channel(stream).stir(startsOver)),
    shareWords: () => true,
    unshareWords: () => {},
  };
  const said: FeedItem[] = [];
  let whileWording = async () => {};
  const outlet: Outlet = {
    key: 'all',
    isFull: false,
    drained: async () => {},
    async words(item) {
      if (item instanceof Batch) await whileWording();
      return Object.assign(new Words(''), { item });
    },
    write: (words) => void said.push((words as Words & { item: FeedItem }).item),
  };
  follower = new Follower(source, 'meera', [cursorOf(TALK), cursorOf(RADIO)], outlet);
  void follower.run();
  const happens = (stream: string) => {
    heads.set(stream, (heads.get(stream) ?? 0) + 1);
    board.tell([{ stream, head: heads.get(stream) ?? 0 }]);
  };
  const batches = (stream: string) =>
    said.flatMap((item) => (item instanceof Batch && item.stream === stream ? [item] : []));
  return {
    ...{ follower, said, happens, batches, readable, channel },
    askingTakes: (time: Promise<void>) => (asking = time),
    whileWording: (work: () => Promise<void>) => (whileWording = work),
    holdUp(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>();
      heldUp = promise;
      return () => {
        heldUp = null;
        resolve();
      };
    },
  };
}

const cursorOf = (stream: string): CursorInput => ({ stream, epoch: 1, seq: 0 });
const turn = () => new Promise((resolve) => setTimeout(resolve, 10));

test('one stream goes on from where it was left, while another is still being read', async () => {
  const { follower, happens, holdUp, channel, batches } = scene();
  await turn();
  const letGo = holdUp();
  channel(TALK).leave(follower);
  follower.left(TALK, cursorOf(TALK));
  await turn();

  // Heard together up to 2, and then alone again: all while the first stream waits for its read.
  happens(RADIO);
  await turn();
  happens(RADIO);
  await turn();
  channel(RADIO).leave(follower);
  follower.left(RADIO, { stream: RADIO, epoch: 1, seq: 2 });
  letGo();
  await turn();
  happens(RADIO);
  await turn();

  expect(batches(RADIO).map(({ fromSeq, toSeq }) => [fromSeq, toSeq])).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
  ]);
});

test('nothing of a stream is told once it was said to be closed', async () => {
  const { follower, happens, channel, readable, said, whileWording, askingTakes } = scene();
  await turn();
  const answered = Promise.withResolvers<void>();
  askingTakes(answered.promise);
  readable.delete(TALK);
  const moved = follower.rightsMoved({ people: new Set(['meera']), things: new Set(), isAnybody: false }, 1);
  whileWording(async () => {
    answered.resolve();
    await moved;
  });

  // It falls behind while it is asked what may still be read.
  channel(TALK).leave(follower);
  happens(TALK);
  follower.left(TALK, cursorOf(TALK));
  await turn();

  const about = said.filter((item) => 'stream' in item && item.stream === TALK);
  expect(about).toEqual([new AccessChanged(TALK)]);
});
