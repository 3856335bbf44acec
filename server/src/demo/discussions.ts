import { Discussion } from '../discussions/discussion.ts';
import { ReadMark } from '../discussions/read-mark.ts';
import { Reply } from '../discussions/reply.ts';
import { SUMMARY_MAX } from '../discussions/words.ts';
import type { Person } from '../people/person.ts';
import type { EntityManager } from '../platform/database.ts';
import { plainExcerpt } from '../platform/markdown.ts';
import { seedCare } from './care.ts';
import type { DemoDays } from './days.ts';
import type { DemoGroups } from './groups.ts';
import { named, type Cast } from './people.ts';
import type { DemoDiscussion, DemoPost } from './shape.ts';
import first from './discussions-1.json' with { type: 'json' };
import second from './discussions-2.json' with { type: 'json' };
import third from './discussions-3.json' with { type: 'json' };
import fourth from './discussions-4.json' with { type: 'json' };

export const demoDiscussions = [...first, ...second, ...third, ...fourth] as unknown as DemoDiscussion[];

/** Keeps the discussions, and answers with their replies for the inboxes. */
export function seedDiscussions(
  em: EntityManager,
  cast: Cast,
  { groups, members }: DemoGroups,
  days: DemoDays,
): Reply[] {
  return demoDiscussions.flatMap((known, at) => {
    const group = groups.get(known.group);
    if (!group) throw new Error(`The demo has no group “${known.group}”.`);
    const startedBy = named(cast, known.by);
    const discussion = new Discussion(group, startedBy, known.title, known.kind);
    discussion.summary = plainExcerpt(known.body, SUMMARY_MAX);
    const replies = repliesOf(discussion, known, cast, days);
    discussion.startedAt = replies[0]?.postedAt ?? days.now;
    group.discussionCount += 1;
    em.persist([discussion, ...replies]);
    const here = members.get(known.group) ?? [];
    em.persist(readMarksOf(discussion, replies, here, at));
    seedCare(em, discussion, replies, startedBy, here);
    return replies;
  });
}

function repliesOf(discussion: Discussion, known: DemoDiscussion, cast: Cast, days: DemoDays): Reply[] {
  const posts: (DemoPost & { inReplyTo: number | null })[] = [
    { ...known, inReplyTo: null },
    ...known.replies,
  ];
  let latest = 0;
  return posts.map(({ by, day, hour, lang, body, inReplyTo }, at) => {
    // In order, whatever the hour of the first start.
    latest = Math.max(days.past(day, hour, (at * 7) % 60).getTime(), latest + 1_000);
    const reply = new Reply(discussion, named(cast, by), body, new Date(latest));
    reply.lang = lang;
    reply.inReplyTo = inReplyTo;
    return reply;
  });
}

/** Everyone read at least as far as they wrote; beyond that some read all, some a part and some nothing yet. */
function readMarksOf(discussion: Discussion, replies: Reply[], members: Person[], salt: number): ReadMark[] {
  const last = discussion.lastNumber;
  return members.flatMap((person, at) => {
    const wrote = replies.findLast(({ author }) => author.id === person.id)?.number ?? 0;
    const readTo = Math.max(wrote, [last, 0, last, Math.ceil(last / 2)][(at + salt) % 4] ?? 0);
    return readTo > 0 ? [new ReadMark(person, discussion, readTo)] : [];
  });
}
