import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Person } from '../people/person.ts';
import { signedIn, staffOnly, type Context } from '../people/viewer.ts';
import { audit } from '../platform/audit.ts';
import { isId, Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, ProblemCode, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import { tellOfGroup, tellOfMembership, tellOfReaders, tellOfProposal } from './group.events.ts';
import { lockGroup, openGroup, whyNotApprove, type GroupRow } from './group.policy.ts';
import { Group, GroupState, Privacy } from './group.ts';
import { cleanName, cleanPurpose, freeSlug } from './group.words.ts';
import { GroupStrand, Membership, MembershipRole, MembershipState } from './membership.ts';
import { Strand, StrandState } from './strand.ts';
import * as say from '../platform/say/generated/strands.ts';

@InputType({ description: 'A group to begin.' })
export class ProposeGroupInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => String, { description: 'Its name, up to 80 characters.' }) name!: string;
  @Field(() => String, { description: 'What it is for, up to 600 characters.' }) purpose!: string;
  @Field(() => Privacy, { defaultValue: Privacy.OPEN, description: 'Who may find, read and join it.' })
  privacy!: Privacy;
  @Field(() => [ID], { description: 'The strands it belongs to: none, one or several.' })
  strandIds!: string[];
}

@InputType({ description: 'A group that waits for staff to say yes.' })
export class ApproveGroupInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The group.' }) groupId!: string;
}

@keptPayload
@ObjectType({ description: 'Proposed; it waits for staff to say yes.' })
export class ProposeGroupPayload extends Payload<'group'> {
  @Field(() => Group, { description: 'As it now stands.' })
  group(@Ctx() context: Context): Promise<GroupRow> {
    return openGroup(context, this.ids.group);
  }
}

@keptPayload
@ObjectType({ description: 'Open from now on.' })
export class ApproveGroupPayload extends Payload<'group'> {
  @Field(() => Group, {
    nullable: true,
    description: 'As it now stands; null when only its members may know of it.',
  })
  group(@Ctx() context: Context): Promise<GroupRow | null> {
    return openGroup(context, this.ids.group).catch(() => null);
  }
}

const ProposeGroupResult = orRejected(ProposeGroupPayload);
const ApproveGroupResult = orRejected(ApproveGroupPayload);

const noSuchStrand = (): Problem => ({
  code: ProblemCode.NOT_VALID,
  field: 'strandIds',
  message: say.chooseStrandsInUse(),
});

@Resolver()
export class GroupMutations {
  @Mutation(() => ProposeGroupResult, {
    description: 'Proposes a group, which one leads. Staff say yes before it opens.',
  })
  async proposeGroup(
    @Arg('input', () => ProposeGroupInput, { description: 'Which.' }) input: ProposeGroupInput,
    @Ctx() context: Context,
  ): Promise<ProposeGroupPayload | Rejected> {
    const { em } = context;
    const viewer = signedIn(context);
    const name = cleanName(input.name);
    const purpose = cleanPurpose(input.purpose);
    const ids = [...new Set(input.strandIds)];
    const strands = ids.every(isId)
      ? await em.find(Strand, { id: { $in: ids }, state: StrandState.ACTIVE })
      : [];
    const problems = problemsOf(
      name.problem,
      purpose.problem,
      strands.length === ids.length ? null : noSuchStrand(),
    );
    if (problems.length > 0) return reject(...problems);

    const { privacy } = input;
    const group = new Group(await freeSlug(em, name.text, { privacy }), name.text, purpose.text, privacy);
    group.state = GroupState.PROPOSED;
    group.memberCount = 1;
    const person = em.getReference(Person, viewer.id);
    const lead = new Membership(group, person, MembershipState.ACTIVE, MembershipRole.LEAD);
    em.persist([group, lead, ...strands.map((strand) => new GroupStrand(group, strand))]);
    await tellOfMembership(em, group, lead, false);
    await tellOfProposal(em, group);
    return new ProposeGroupPayload({ group: group.id });
  }

  @Mutation(() => ApproveGroupResult, { description: 'Staff say yes to a proposed group: it opens.' })
  async approveGroup(
    @Arg('input', () => ApproveGroupInput, { description: 'Which.' }) { groupId }: ApproveGroupInput,
    @Ctx() context: Context,
  ): Promise<ApproveGroupPayload | Rejected> {
    const viewer = staffOnly(context);
    const group = await lockGroup(context, groupId);
    const problem = whyNotApprove(viewer, group);
    if (problem) return reject(problem);

    const [before, after] = [{ state: group.state }, { state: GroupState.ACTIVE }];
    audit(context.em, { actorId: viewer.id, verb: 'approveGroup', target: group.stream, before, after });
    group.change(after);
    tellOfGroup(context.em, group);
    await tellOfProposal(context.em, group);
    tellOfReaders(context.em, group);
    return new ApproveGroupPayload({ group: group.id });
  }
}
