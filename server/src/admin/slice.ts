import type { Slice } from '../platform/slice.ts';
import { AuditQueries } from './audit.queries.ts';
import { MergeMutations } from './merge.mutations.ts';
import { MergerQueries } from './merger.queries.ts';
import { SplitMutations } from './split.mutations.ts';

export const admin: Slice = {
  name: 'admin',
  entities: [],
  resolvers: [AuditQueries, MergerQueries, MergeMutations, SplitMutations],
  subjects: [],
  audiences: [],
};
