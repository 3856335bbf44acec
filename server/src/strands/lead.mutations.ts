import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { openPerson } from '../people/person.policy.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { Uuid } from '../platform/ids.ts';
import { tellPerson } from '../platform/inbox.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, reject, Rejected } from '../platform/results.ts';
import { tellOfMembership } from './group.events.ts';
import { openGroup, type GroupRow } from './group.policy.ts';
import { Group } from './group.ts';
import { moveTo } from './membership.mutations.ts';
import {
  lockMembership,
  whyNotInvite,
  whyNotLetIn,
  whyNotMakeLead,
  whyNotPutOut,
} from './membership.policy.ts';
import { MembershipRole, MembershipState } from './membership.ts';

@InputType({ description: 'Somebody who asked to be let in.' })
export class LetInInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The group.' }) groupId!: string;
  @Field(() => ID, { description: 'Who asked.' }) personId!: string;
}

@InputType({ description: 'Somebody to invite to a group.' })
export class InviteMemberInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The group.' }) groupId!: string;
  @Field(() => ID, { description: 'Whom.' }) personId!: string;
}

@InputType({ description: 'Somebody to put out of a group, or not to let in.' })
export class RemoveMemberInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The group.' }) groupId!: string;
  @Field(() => ID, { description: 'Whom.' }) personId!: string;
}

@InputType({ description: 'Whether a member leads the group.' })
export class MakeLeadInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The group.' }) groupId!: string;
  @Field(() => ID, { description: 'The member.' }) personId!: string;
  @Field(() => Boolean, { description: 'True makes them a lead; false a member again.' }) lead!: boolean;
}

@keptPayload
@ObjectType({ description: 'Let in.' })
export class LetInPayload extends Payload<'group'> {
  @Field(() => Group, { description: 'As it now stands.' })
  group(@Ctx() context: Context): Promise<GroupRow> {
    return openGroup(context, this.ids.group);
  }
}

@keptPayload
@ObjectType({ description: 'Invited.' })
export class InviteMemberPayload extends Payload<'group'> {
  @Field(() => Group, { description: 'As it now stands.' })
  group(@Ctx() context: Context): Promise<GroupRow> {
    return openGroup(context, this.ids.group);
  }
}

@keptPayload
@ObjectType({ description: 'Put out, or not let in.' })
export class RemoveMemberPayload extends Payload<'group'> {
  @Field(() => Group, { description: 'As it now stands.' })
  group(@Ctx() context: Context): Promise<GroupRow> {
    return openGroup(context, this.ids.group);
  }
}

@keptPayload
@ObjectType({ description: 'A lead, or a member again.' })
export class MakeLeadPayload extends Payload<'group'> {
  @Field(() => Group, { description: 'As it now stands.' })
  group(@Ctx() context: Context): Promise<GroupRow> {
    return openGroup(context, this.ids.group);
  }
}

const LetInResult = orRejected(LetInPayload);
const InviteMemberResult = orRejected(InviteMemberPayload);
const RemoveMemberResult = orRejected(RemoveMemberPayload);
const MakeLeadResult = orRejected(MakeLeadPayload);

@Resolver()
export class LeadMutations {
  @Mutation(() => LetInResult, {
    description: 'A lead lets in somebody who asked. Doing so twice is success.',
  })
  async letIn(
    @Arg('input', () => LetInInput, { description: 'Whom.' }) input: LetInInput,
    @Ctx() context: Context,
  ): Promise<LetInPayload | Rejected> {
    const viewer = signedIn(context);
    const { row, group, membership } = await lockMembership(context, input);
    const problem = whyNotLetIn(viewer, row, membership);
    if (problem) return reject(problem);

    if (membership.state === MembershipState.REQUESTED)
      tellPerson(context.em, {
        personId: input.personId,
        kind: 'LET_IN',
        actorId: viewer.id,
        groupId: group.id,
      });
    await moveTo(context, group, membership, MembershipState.ACTIVE);
    return new LetInPayload({ group: group.id });
  }

  @Mutation(() => InviteMemberResult, {
    description: 'A lead invites somebody, who then joins without asking. Whoever asked already is let in.',
  })
  async inviteMember(
    @Arg('input', () => InviteMemberInput, { description: 'Whom.' }) input: InviteMemberInput,
    @Ctx() context: Context,
  ): Promise<InviteMemberPayload | Rejected> {
    const viewer = signedIn(context);
    const { id } = await openPerson(context, input.personId);
    const { row, group, membership } = await lockMembership(context, input);
    const problem = whyNotInvite(viewer, row);
    if (problem) return reject(problem);

    const asked = membership.state === MembershipState.REQUESTED;
    if (asked)
      tellPerson(context.em, { personId: id, kind: 'LET_IN', actorId: viewer.id, groupId: group.id });
    if (membership.state !== MembershipState.ACTIVE)
      await moveTo(context, group, membership, asked ? MembershipState.ACTIVE : MembershipState.INVITED);
    return new InviteMemberPayload({ group: group.id });
  }

  @Mutation(() => RemoveMemberResult, {
    description: 'A lead puts a member out, refuses who asked, or takes an invitation back.',
  })
  async removeMember(
    @Arg('input', () => RemoveMemberInput, { description: 'Whom.' }) input: RemoveMemberInput,
    @Ctx() context: Context,
  ): Promise<RemoveMemberPayload | Rejected> {
    const viewer = signedIn(context);
    const { row, group, membership, otherLeads } = await lockMembership(context, input);
    const problem = whyNotPutOut(viewer, row, membership, otherLeads);
    if (problem) return reject(problem);

    const wasIn = membership.state === MembershipState.ACTIVE;
    await moveTo(context, group, membership, wasIn ? MembershipState.REMOVED : MembershipState.LEFT);
    return new RemoveMemberPayload({ group: group.id });
  }

  @Mutation(() => MakeLeadResult, { description: 'A lead makes a member a lead, or a lead a member again.' })
  async makeLead(
    @Arg('input', () => MakeLeadInput, { description: 'Whom.' }) input: MakeLeadInput,
    @Ctx() context: Context,
  ): Promise<MakeLeadPayload | Rejected> {
    const viewer = signedIn(context);
    const { row, group, membership, otherLeads } = await lockMembership(context, input);
    const problem = whyNotMakeLead(viewer, row, membership, input.lead, otherLeads);
    if (problem) return reject(problem);

    if (membership.takePart(input.lead ? MembershipRole.LEAD : MembershipRole.MEMBER)) {
      group.version += 1;
      await tellOfMembership(context.em, group, membership, true);
    }
    return new MakeLeadPayload({ group: group.id });
  }
}
