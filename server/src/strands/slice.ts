import type { Slice } from '../platform/slice.ts';
import { groupAudience, hubAudience, membershipSubject, personAudience } from './group.live.ts';
import { GroupQueries } from './group.queries.ts';
import { Group } from './group.ts';
import { MembershipMutations } from './membership.mutations.ts';
import { GroupStrand, Membership } from './membership.ts';
import { HubQueries, StrandQueries } from './strand.queries.ts';
import { OldAddress, Strand } from './strand.ts';

export const strands: Slice = {
  name: 'strands',
  entities: [Group, Strand, OldAddress, Membership, GroupStrand],
  resolvers: [StrandQueries, HubQueries, GroupQueries, MembershipMutations],
  subjects: [membershipSubject],
  audiences: [groupAudience, hubAudience, personAudience],
};
