import { Arg, Ctx, Query, Resolver, Root, Subscription } from 'type-graphql';
import { badInput, notSignedIn } from './errors.ts';
import { AccessChanged, CaughtUp, FeedItem } from './feed.ts';
import type { FeedSource } from './feed-source.ts';
import { earlier } from './instant.ts';
import { CursorInput } from './log.ts';
import type { Work } from './work.ts';

const MOST_STREAMS = 50;

@Resolver()
export class Feed {
  @Subscription(() => FeedItem, {
    description: 'The live feed: everything committed after the cursors, in order, then what comes.',
    subscribe: () => badInput('The feed is followed on the socket.'),
  })
  feed(
    @Root() item: FeedItem,
    @Arg('cursors', () => [CursorInput], { description: 'Where to go on, one for each stream.' })
    _: CursorInput[],
  ): FeedItem {
    return item;
  }

  @Query(() => [FeedItem], {
    description:
      'The same batches by plain query, for networks that block sockets. Ask again until CaughtUp comes.',
  })
  async feedSince(
    @Arg('cursors', () => [CursorInput], { description: 'Where to go on, one for each stream.' })
    cursors: CursorInput[],
    @Ctx() context: Work & { source: FeedSource },
  ): Promise<FeedItem[]> {
    if (!context.actorId) return notSignedIn();
    whyTooMany(cursors);
    const began = new Date();
    const { source, actorId } = context;
    const { readable, accessHead } = await source.authorise(
      actorId,
      cursors.map(({ stream }) => stream),
    );
    const reads = await Promise.all(
      cursors.filter(({ stream }) => readable.has(stream)).map((cursor) => source.read(cursor)),
    );
    // Rights may have moved while we read: what was read under newer rights is not answered under older ones.
    const moved = reads.some((read) => read.accessHead > accessHead);
    const still = moved ? (await source.authorise(actorId, [...readable])).readable : readable;
    const items: FeedItem[] = cursors
      .filter(({ stream }) => !still.has(stream))
      .map(({ stream }) => new AccessChanged(stream));
    const found = reads.flatMap(({ item }) => (item && still.has(item.stream) ? [item] : []));
    const upTo = reads.map(({ at }) => at).reduce(earlier, began);
    return [...items, ...found, ...(found.length === 0 ? [new CaughtUp(upTo)] : [])];
  }
}

/** Refuses cursors without end, doubled or absurd. */
export function whyTooMany(cursors: CursorInput[]): void {
  if (cursors.length < 1 || cursors.length > MOST_STREAMS) badInput(`Follow 1 to ${MOST_STREAMS} streams.`);
  if (new Set(cursors.map(({ stream }) => stream)).size < cursors.length)
    badInput('Each stream is followed once.');
  if (cursors.some(({ seq, epoch, stream }) => seq < 0 || epoch < 0 || stream.length > 100))
    badInput('This cursor is not one of ours.');
}
