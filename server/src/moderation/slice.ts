import type { Slice } from '../platform/slice.ts';
import { moderationAudience, reportSubject } from './moderation.live.ts';
import { ReportedQueries } from './reported.queries.ts';
import { ReplyRulings, RulingQueries } from './ruling.queries.ts';
import { SettleMutations } from './settle.mutations.ts';

export const moderation: Slice = {
  name: 'moderation',
  entities: [],
  resolvers: [ReportedQueries, ReplyRulings, RulingQueries, SettleMutations],
  subjects: [reportSubject],
  audiences: [moderationAudience],
};
