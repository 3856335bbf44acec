import type { Slice } from '../platform/slice.ts';
import { matchForMe } from '../requests/request.for-me.ts';
import { Exclusion } from './exclusion.ts';
import { requestsPassedBy } from './for-me.ts';
import { invitationSubject } from './invitation.live.ts';
import { IndexVersionRow } from './index-version.ts';
import { Invitation } from './invitation.ts';
import { KeptReasonQueries } from './kept-reason.queries.ts';
import { MatchListShown } from './match-list-shown.ts';
import { MatchRun } from './match-run.ts';
import { EvidenceWorthQueries } from './evidence-worth.queries.ts';
import { MatchingQueries } from './matching.queries.ts';
import { IndexChange, PackedExpert } from './packed-expert.ts';
import { Reveal } from './reveal.ts';
import { MatchingWeights } from './weights.ts';
import { WeightsMutations } from './weights.mutations.ts';
import { WeightsQueries } from './weights.queries.ts';
import { VocabularyQueries } from './vocabulary.queries.ts';
import { StandingQueries } from './standing.queries.ts';
import { Workload } from './workload.ts';

matchForMe(requestsPassedBy);

export const matching: Slice = {
  name: 'matching',
  entities: [
    MatchRun,
    Invitation,
    Workload,
    Exclusion,
    Reveal,
    PackedExpert,
    IndexChange,
    IndexVersionRow,
    MatchingWeights,
    MatchListShown,
  ],
  resolvers: [
    EvidenceWorthQueries,
    KeptReasonQueries,
    MatchingQueries,
    StandingQueries,
    VocabularyQueries,
    WeightsMutations,
    WeightsQueries,
  ],
  subjects: [invitationSubject],
  audiences: [],
};
