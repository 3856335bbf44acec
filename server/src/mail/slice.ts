import type { Slice } from '../platform/slice.ts';
import { UnsubscribeQueries } from './unsubscribe.queries.ts';

export const mail: Slice = {
  name: 'mail',
  entities: [],
  resolvers: [UnsubscribeQueries],
  subjects: [],
  audiences: [],
};
