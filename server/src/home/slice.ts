import type { Slice } from '../platform/slice.ts';
import { BriefingQueries } from './briefing.queries.ts';
import { OutcomeQueries } from './outcome-line.ts';
import { Visit } from './visit.ts';

export const home: Slice = {
  name: 'home',
  entities: [Visit],
  resolvers: [BriefingQueries, OutcomeQueries],
  subjects: [],
  audiences: [],
};
