import type { Slice } from '../platform/slice.ts';
import { EraseMutations } from './erase.mutations.ts';

/** What is held of a person: taken along, or deleted. It knows every slice, because each holds something. */
export const account: Slice = {
  name: 'account',
  entities: [],
  resolvers: [EraseMutations],
  subjects: [],
  audiences: [],
};
