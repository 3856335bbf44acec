import type { Slice } from '../platform/slice.ts';
import { discussionSubject, readMarkSubject, replySubject } from './discussion.live.ts';
import { DiscussionMutations } from './discussion.mutations.ts';
import { DiscussionQueries } from './discussion.queries.ts';
import { Discussion } from './discussion.ts';
import { ReadMarkMutations } from './read-mark.mutations.ts';
import { ReadMark } from './read-mark.ts';
import { ReplyMutations } from './reply.mutations.ts';
import { DiscussionReplies, ReplyQueries } from './reply.queries.ts';
import { Reply, ReplyRevision } from './reply.ts';

export const discussions: Slice = {
  name: 'discussions',
  entities: [Discussion, Reply, ReplyRevision, ReadMark],
  resolvers: [
    DiscussionQueries,
    DiscussionReplies,
    ReplyQueries,
    DiscussionMutations,
    ReplyMutations,
    ReadMarkMutations,
  ],
  subjects: [discussionSubject, replySubject, readMarkSubject],
  audiences: [],
};
