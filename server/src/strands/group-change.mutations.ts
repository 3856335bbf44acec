import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { signedIn, type Context } from '../people/viewer.ts';
import { audit, cleanReason } from '../platform/audit.ts';
import type { EntityManager } from '../platform/database.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, problemsOf, reject, Rejected } from '../platform/results.ts';
import { whyNotChange, whyNotMove, whyNotPrivacy, whyOutdated } from './group-change.policy.ts';
import { tellOfGroup, tellOfMembership, tellOfReaders, tellOfProposal } from './group.events.ts';
import { isOnHub, lockGroups, openGroup, type GroupRow } from './group.policy.ts';
import { Group, GroupState, Privacy } from './group.ts';
import { cleanName, cleanPurpose, freeSlug } from './group.words.ts';
import { Membership, MembershipRole } from './membership.ts';
import { moveAddress } from './old-address.ts';

@InputType({ description: 'Another name and purpose for a group.' })
export class RenameGroupInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The group.' }) groupId!: string;
  @Field(() => Int, { description: 'The version of its settings this was written against.' })
  version!: number;
  @Field(() => String, { description: 'Its name, up to 80 characters.' }) name!: string;
  @Field(() => String, { description: 'What it is for, up to 600 characters.' }) purpose!: string;
}

@InputType({ description: 'Who may find, read and join a group from now on.' })
export class ChangePrivacyInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The group.' }) groupId!: string;
  @Field(() => Int, { description: 'The version of its settings this was chosen against.' }) version!: number;
  @Field(() => Privacy, { description: 'Who may find, read and join it.' }) privacy!: Privacy;
}

@InputType({ description: 'Where a group goes in its life.' })
export class ChangeGroupStateInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The group.' }) groupId!: string;
  @Field(() => Int, { description: 'The version of its settings this was chosen against.' }) version!: number;
  @Field(() => GroupState, { description: 'The state it shall be in.' }) state!: GroupState;
  @Field(() => String, { nullable: true, description: 'Why, for the record: up to 600 characters.' })
  reason?: string | null;
}

abstract class ChangedPayload extends Payload<'group'> {
  protected opened(context: Context): Promise<GroupRow | null> {
    return openGroup(context, this.ids.group).catch(() => null);
  }
}

@keptPayload
@ObjectType({ description: 'Renamed; its old address leads to the new one.' })
export class RenameGroupPayload extends ChangedPayload {
  @Field(() => Group, { nullable: true, description: 'As it now stands; null to who may not know of it.' })
  group(@Ctx() context: Context): Promise<GroupRow | null> {
    return this.opened(context);
  }
}

@keptPayload
@ObjectType({ description: 'Found, read and joined by others than before.' })
export class ChangePrivacyPayload extends ChangedPayload {
  @Field(() => Group, { nullable: true, description: 'As it now stands; null to who may not know of it.' })
  group(@Ctx() context: Context): Promise<GroupRow | null> {
    return this.opened(context);
  }
}

@keptPayload
@ObjectType({ description: 'Moved on in its life.' })
export class ChangeGroupStatePayload extends ChangedPayload {
  @Field(() => Group, { nullable: true, description: 'As it now stands; null to who may not know of it.' })
  group(@Ctx() context: Context): Promise<GroupRow | null> {
    return this.opened(context);
  }
}

const RenameGroupResult = orRejected(RenameGroupPayload);
const ChangePrivacyResult = orRejected(ChangePrivacyPayload);
const ChangeGroupStateResult = orRejected(ChangeGroupStatePayload);

@Resolver()
export class GroupChangeMutations {
  @Mutation(() => RenameGroupResult, {
    description: 'A lead renames a group. The old address goes on leading there.',
  })
  async renameGroup(
    @Arg('input', () => RenameGroupInput, { description: 'Which, and how.' }) input: RenameGroupInput,
    @Ctx() context: Context,
  ): Promise<RenameGroupPayload | Rejected> {
    const { viewer, group, row } = await lockOne(context, input.groupId);
    const name = cleanName(input.name);
    const purpose = cleanPurpose(input.purpose);
    const problems = problemsOf(
      whyNotChange(viewer, row),
      whyOutdated(group, input.version),
      name.problem,
      purpose.problem,
    );
    if (problems.length > 0) return reject(...problems);

    const { em } = context;
    const { id, privacy } = group;
    const slug =
      name.text === group.name ? group.slug : await freeSlug(em, name.text, { privacy, groupId: id });
    await moveAddress(em, { subjectId: id, from: `groups/${group.slug}`, to: `groups/${slug}` });
    const before = { name: group.name, purpose: group.purpose };
    const after = { name: name.text, purpose: purpose.text };
    audit(em, { actorId: viewer.id, verb: 'renameGroup', target: group.stream, before, after });
    group.change({ slug, ...after });
    tellOfGroup(em, group);
    return new RenameGroupPayload({ group: id });
  }

  @Mutation(() => ChangePrivacyResult, {
    description: 'A lead makes a group more private; less only while nothing was said in it.',
  })
  async changePrivacy(
    @Arg('input', () => ChangePrivacyInput, { description: 'Which, and how.' }) input: ChangePrivacyInput,
    @Ctx() context: Context,
  ): Promise<ChangePrivacyPayload | Rejected> {
    const { viewer, group, row } = await lockOne(context, input.groupId);
    const outdated = whyOutdated(group, input.version);
    const problems = problemsOf(whyNotPrivacy(viewer, row, input.privacy), outdated);
    if (problems.length > 0) return reject(...problems);

    const wasOnHub = isOnHub(group);
    const [before, after] = [{ privacy: group.privacy }, { privacy: input.privacy }];
    audit(context.em, { actorId: viewer.id, verb: 'changePrivacy', target: group.stream, before, after });
    group.change(after);
    tellOfGroup(context.em, group, wasOnHub);
    tellOfReaders(context.em, group);
    return new ChangePrivacyPayload({ group: group.id });
  }

  @Mutation(() => ChangeGroupStateResult, {
    description: 'A lead lets a group rest, wakes, archives or restores it; staff turn down a proposed one.',
  })
  async changeGroupState(
    @Arg('input', () => ChangeGroupStateInput, { description: 'Which, and where to.' })
    input: ChangeGroupStateInput,
    @Ctx() context: Context,
  ): Promise<ChangeGroupStatePayload | Rejected> {
    const { viewer, group, row } = await lockOne(context, input.groupId);
    const why = cleanReason(input.reason);
    const outdated = whyOutdated(group, input.version);
    const problems = problemsOf(whyNotMove(viewer, row, input.state), outdated, why.problem);
    if (problems.length > 0) return reject(...problems);

    const wasProposed = group.state === GroupState.PROPOSED;
    const [before, after] = [{ state: group.state }, { state: input.state }];
    const deed = { actorId: viewer.id, verb: 'changeGroupState', target: group.stream, reason: why.text };
    audit(context.em, { ...deed, before, after });
    group.change(after);
    if (wasProposed) await shut(context.em, group);
    if (wasProposed) await tellOfProposal(context.em, group);
    tellOfGroup(context.em, group);
    return new ChangeGroupStatePayload({ group: group.id });
  }
}

/** Nobody has heard of a proposal that is turned down, and nobody shall; whoever proposed it can read that it was. */
async function shut(em: EntityManager, group: Group): Promise<void> {
  group.privacy = Privacy.CONFIDENTIAL;
  const role = MembershipRole.LEAD;
  for (const membership of await em.find(Membership, { group, role })) {
    membership.takePart(MembershipRole.MEMBER);
    await tellOfMembership(em, group, membership, true);
  }
}

async function lockOne(context: Context, groupId: string) {
  const viewer = signedIn(context);
  const [locked] = await lockGroups(context, [groupId]);
  if (!locked) throw new Error('A group was locked and lost.');
  return { viewer, ...locked };
}
