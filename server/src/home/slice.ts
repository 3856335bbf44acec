import type { Slice } from '../platform/slice.ts';
import { BriefingQueries } from './briefing.queries.ts';
import { FirstStepsQueries } from './first-steps.queries.ts';
import { OutcomeQueries } from './outcome-line.ts';
import { Visit } from './visit.ts';

export const home: Slice = {
  name: 'home',
  entities: [Visit],
  resolvers: [BriefingQueries, FirstStepsQueries, OutcomeQueries],
  subjects: [],
  audiences: [],
};
