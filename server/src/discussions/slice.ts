import type { Slice } from '../platform/slice.ts';
import { AnswerMutations } from './answer.mutations.ts';
import { DiscussionCare } from './discussion.care.mutations.ts';
import { AcceptedAnswerQueries, DiscussionCareQueries } from './discussion.care.queries.ts';
import {
  discussionSubject,
  draftSubject,
  followingSubject,
  readMarkSubject,
  replySubject,
} from './discussion.live.ts';
import { DiscussionMutations } from './discussion.mutations.ts';
import { DiscussionQueries } from './discussion.queries.ts';
import { Discussion } from './discussion.ts';
import { DraftMutations } from './draft.mutations.ts';
import { DraftQueries } from './draft.queries.ts';
import { Draft } from './draft.ts';
import { FollowingMutations } from './following.mutations.ts';
import { Following } from './following.ts';
import { ReadMarkMutations } from './read-mark.mutations.ts';
import { ReadMark } from './read-mark.ts';
import { ReplyMutations } from './reply.mutations.ts';
import { DiscussionReplies, ReplyQueries } from './reply.queries.ts';
import { Reply, ReplyRevision } from './reply.ts';
import { ReportMutations } from './report.mutations.ts';
import { Report } from './report.ts';
import { Ruling } from './ruling.ts';
import { SimilarQueries } from './similar.queries.ts';
import { thankedSubject, thanksSubject } from './thanks.live.ts';
import { ThanksMutations } from './thanks.mutations.ts';
import { Thanks } from './thanks.ts';

export const discussions: Slice = {
  name: 'discussions',
  entities: [Discussion, Reply, ReplyRevision, ReadMark, Thanks, Following, Ruling, Report, Draft],
  resolvers: [
    DiscussionQueries,
    DiscussionCareQueries,
    AcceptedAnswerQueries,
    SimilarQueries,
    DiscussionReplies,
    ReplyQueries,
    DiscussionMutations,
    DiscussionCare,
    AnswerMutations,
    ReplyMutations,
    ThanksMutations,
    FollowingMutations,
    ReportMutations,
    ReadMarkMutations,
    DraftQueries,
    DraftMutations,
  ],
  subjects: [
    discussionSubject,
    replySubject,
    thanksSubject,
    thankedSubject,
    readMarkSubject,
    followingSubject,
    draftSubject,
  ],
  audiences: [],
};
