import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Person } from '../people/person.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { Uuid } from '../platform/ids.ts';
import { tellPerson } from '../platform/inbox.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, reject, Rejected } from '../platform/results.ts';
import { tellOfMembership } from './group.events.ts';
import { joinsAtOnce, lockGroup, openGroup, whyNotJoin, whyNotLeave, type GroupRow } from './group.policy.ts';
import { Group } from './group.ts';
import { Membership, MembershipRole, MembershipState } from './membership.ts';

@InputType({ description: 'A group to join.' })
export class JoinGroupInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The group; for a strand, its home group.' }) groupId!: string;
}

@InputType({ description: 'A group to leave.' })
export class LeaveGroupInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The group; for a strand, its home group.' }) groupId!: string;
}

@keptPayload
@ObjectType({ description: 'Joined, or waiting to be let in.' })
export class JoinGroupPayload extends Payload<'group'> {
  @Field(() => Group, { description: 'As it now stands.' })
  group(@Ctx() context: Context): Promise<GroupRow> {
    return openGroup(context, this.ids.group);
  }
}

@keptPayload
@ObjectType({ description: 'Left.' })
export class LeaveGroupPayload extends Payload<'group'> {
  @Field(() => Group, {
    nullable: true,
    description: 'As it now stands; null when one may no longer know of it.',
  })
  group(@Ctx() context: Context): Promise<GroupRow | null> {
    return openGroup(context, this.ids.group).catch(() => null);
  }
}

const JoinGroupResult = orRejected(JoinGroupPayload);
const LeaveGroupResult = orRejected(LeaveGroupPayload);

@Resolver()
export class MembershipMutations {
  @Mutation(() => JoinGroupResult, {
    description: 'Joins an open group, or asks to be let in. Joining twice is success.',
  })
  async joinGroup(
    @Arg('input', () => JoinGroupInput, { description: 'Which.' }) { groupId }: JoinGroupInput,
    @Ctx() context: Context,
  ): Promise<JoinGroupPayload | Rejected> {
    const viewer = signedIn(context);
    const group = await lockGroup(context, groupId);
    const problem = whyNotJoin(await openGroup(context, groupId));
    if (problem) return reject(problem);

    const person = context.em.getReference(Person, viewer.id);
    const before = await context.em.findOne(Membership, { group, person });
    const invited = before?.state === MembershipState.INVITED;
    const wanted = joinsAtOnce(group.privacy) || invited ? MembershipState.ACTIVE : MembershipState.REQUESTED;
    const membership = before ?? new Membership(group, person, MembershipState.LEFT);
    if ((await moveTo(context, group, membership, wanted)) && wanted === MembershipState.REQUESTED)
      await tellLeads(context, group);
    return new JoinGroupPayload({ group: group.id });
  }

  @Mutation(() => LeaveGroupResult, { description: 'Leaves a group, or withdraws the asking.' })
  async leaveGroup(
    @Arg('input', () => LeaveGroupInput, { description: 'Which.' }) { groupId }: LeaveGroupInput,
    @Ctx() context: Context,
  ): Promise<LeaveGroupPayload | Rejected> {
    const viewer = signedIn(context);
    const group = await lockGroup(context, groupId);
    const problem = whyNotLeave(await openGroup(context, groupId));
    if (problem) return reject(problem);

    const membership = await context.em.findOneOrFail(Membership, { group, person: viewer.id });
    await moveTo(context, group, membership, MembershipState.LEFT);
    return new LeaveGroupPayload({ group: group.id });
  }
}

/** Those who can let somebody in find it in their inbox. */
async function tellLeads(context: Context, group: Group): Promise<void> {
  const leads = await context.em.find(Membership, {
    group,
    state: MembershipState.ACTIVE,
    role: MembershipRole.LEAD,
  });
  const actorId = signedIn(context).id;
  for (const { person } of leads)
    tellPerson(context.em, { personId: person.id, kind: 'ASKED_TO_JOIN', actorId, groupId: group.id });
}

/** Moves a membership, keeps the count, and tells whom it concerns. Being there already is fine; says whether it moved. */
export async function moveTo(
  { em }: Context,
  group: Group,
  membership: Membership,
  state: MembershipState,
): Promise<boolean> {
  const wasActive = membership.state === MembershipState.ACTIVE;
  if (wasActive && state === MembershipState.REQUESTED) return false;
  if (!membership.become(state)) return false;
  em.persist(membership);
  group.memberCount += Number(state === MembershipState.ACTIVE) - Number(wasActive);
  group.version += 1;
  await tellOfMembership(em, group, membership, wasActive);
  return true;
}
