import type { Slice } from '../platform/slice.ts';
import { Acknowledgements } from './acknowledgement.ts';
import { ConflictMutations } from './conflict.mutations.ts';
import { Declaration } from './declaration.ts';
import { EndingMutations } from './ending.mutations.ts';
import { EngagementMutations } from './engagement.mutations.ts';
import { Engagement } from './engagement.ts';
import { InviteMutations } from './invite.mutations.ts';
import { MatchResponses } from './match.queries.ts';
import { moreTimeSubject } from './more-time.live.ts';
import { MoreTimeMutations } from './more-time.mutations.ts';
import { RequestMoreTime } from './more-time.queries.ts';
import { MoreTime } from './more-time.ts';
import { OfferMutations } from './offer.mutations.ts';
import { OutcomeMutations } from './outcome.mutations.ts';
import { Outcome } from './outcome.ts';
import { RespondMutations } from './respond.mutations.ts';
import { responseSubject } from './response.live.ts';
import { RequestResponses, ResponseQueries } from './response.queries.ts';
import { Response } from './response.ts';
import { RevealMutations } from './reveal.mutations.ts';
import { SelectionMutations } from './selection.mutations.ts';

export const responses: Slice = {
  name: 'responses',
  entities: [Response, Declaration, Engagement, Outcome, MoreTime],
  resolvers: [
    ResponseQueries,
    RequestResponses,
    RequestMoreTime,
    InviteMutations,
    RespondMutations,
    MoreTimeMutations,
    SelectionMutations,
    OfferMutations,
    EngagementMutations,
    OutcomeMutations,
    EndingMutations,
    ConflictMutations,
    RevealMutations,
    MatchResponses,
    Acknowledgements,
  ],
  subjects: [responseSubject, moreTimeSubject],
  audiences: [],
};
