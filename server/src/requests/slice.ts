import type { Slice } from '../platform/slice.ts';
import { Criterion } from './criterion.ts';
import { Programme, ProgrammeStaff } from './programme.ts';
import { ProgrammeQueries } from './programme.queries.ts';
import { Question } from './question.ts';
import { QuestionMutations } from './question.mutations.ts';
import { RequestMoveMutations } from './request-move.mutations.ts';
import { RequestAuthoring } from './request.authoring.ts';
import { RequestCountQueries } from './request.counts.ts';
import { RequestMutations } from './request.mutations.ts';
import { RequestPartMutations } from './request-part.mutations.ts';
import { RequestQueries } from './request.queries.ts';
import { questionSubject, requestAudience, requestStaffAudience, requestSubject } from './request.live.ts';
import { RequestStrand } from './request-strand.ts';
import { Request, RequestMove } from './request.ts';
import { StaffConflict } from './staff-conflict.ts';

export const requests: Slice = {
  name: 'requests',
  entities: [
    Programme,
    ProgrammeStaff,
    Request,
    RequestMove,
    RequestStrand,
    Criterion,
    Question,
    StaffConflict,
  ],
  resolvers: [
    ProgrammeQueries,
    RequestQueries,
    RequestCountQueries,
    RequestAuthoring,
    RequestMutations,
    RequestPartMutations,
    RequestMoveMutations,
    QuestionMutations,
  ],
  subjects: [requestSubject, questionSubject],
  audiences: [requestAudience, requestStaffAudience],
};
