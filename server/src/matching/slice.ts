import type { Slice } from '../platform/slice.ts';
import { matchForMe } from '../requests/request.for-me.ts';
import { Exclusion } from './exclusion.ts';
import { requestsPassedBy } from './for-me.ts';
import { invitationSubject } from './invitation.live.ts';
import { Invitation } from './invitation.ts';
import { MatchRun } from './match-run.ts';
import { MatchingQueries } from './matching.queries.ts';
import { Workload } from './workload.ts';

matchForMe(requestsPassedBy);

export const matching: Slice = {
  name: 'matching',
  entities: [MatchRun, Invitation, Workload, Exclusion],
  resolvers: [MatchingQueries],
  subjects: [invitationSubject],
  audiences: [],
};
