import type { Slice } from '../platform/slice.ts';
import { DeskQueries } from './desk.queries.ts';
import { CountryQueries } from './country.queries.ts';
import { CoverageQueries } from './coverage.queries.ts';
import { FairnessQueries } from './fairness.queries.ts';
import { FunnelQueries } from './funnel.queries.ts';
import { InsightQueries } from './insight.queries.ts';
import { LoadQueries } from './load.queries.ts';
import { ParticipationQueries } from './participation.queries.ts';
import { WaitingQueries } from './waiting.queries.ts';

/** What staff look at to see how the whole is doing: it only reads, and nothing leans on it. */
export const insight: Slice = {
  name: 'insight',
  entities: [],
  resolvers: [
    InsightQueries,
    CoverageQueries,
    FairnessQueries,
    FunnelQueries,
    WaitingQueries,
    ParticipationQueries,
    LoadQueries,
    CountryQueries,
    DeskQueries,
  ],
  subjects: [],
  audiences: [],
};
