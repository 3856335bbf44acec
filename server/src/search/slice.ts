import type { Slice } from '../platform/slice.ts';
import { SearchQueries } from './search.queries.ts';

export const search: Slice = {
  name: 'search',
  entities: [],
  resolvers: [SearchQueries],
  subjects: [],
  audiences: [],
};
