import type { Slice } from '../platform/slice.ts';
import { ContextMutations } from './context.mutations.ts';
import { ContextQueries } from './context.queries.ts';
import { GroupChangeMutations } from './group-change.mutations.ts';
import { GroupOrderMutations } from './group-order.mutations.ts';
import {
  groupAudience,
  groupSubject,
  hubAudience,
  membershipSubject,
  personAudience,
  strandSubject,
} from './group.live.ts';
import { GroupMutations } from './group.mutations.ts';
import { GroupQueries } from './group.queries.ts';
import { Group } from './group.ts';
import { LeadMutations } from './lead.mutations.ts';
import { MembershipMutations } from './membership.mutations.ts';
import { MembershipQueries } from './membership.queries.ts';
import { GroupStrand, Membership } from './membership.ts';
import { OldAddress } from './old-address.ts';
import { StrandLifeMutations } from './strand-life.mutations.ts';
import { StrandMutations } from './strand.mutations.ts';
import { HubQueries, StrandQueries } from './strand.queries.ts';
import { Strand } from './strand.ts';

export const strands: Slice = {
  name: 'strands',
  entities: [Group, Strand, OldAddress, Membership, GroupStrand],
  resolvers: [
    StrandQueries,
    HubQueries,
    GroupQueries,
    MembershipQueries,
    MembershipMutations,
    LeadMutations,
    GroupMutations,
    StrandMutations,
    StrandLifeMutations,
    GroupChangeMutations,
    GroupOrderMutations,
    ContextMutations,
    ContextQueries,
  ],
  subjects: [membershipSubject, groupSubject, strandSubject],
  audiences: [groupAudience, hubAudience, personAudience],
};
