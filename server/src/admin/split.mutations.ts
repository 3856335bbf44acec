import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { signedIn, type Context } from '../people/viewer.ts';
import { audit, cleanReason } from '../platform/audit.ts';
import { isId, Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, ProblemCode, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import { rows, sql } from '../platform/sql.ts';
import { tellOfGroup, tellOfReaders, tellOfStrand } from '../strands/group.events.ts';
import { lockGroups, openGroup, type GroupRow } from '../strands/group.policy.ts';
import { Group, Privacy } from '../strands/group.ts';
import { cleanName, cleanPurpose, freeSlug } from '../strands/group.words.ts';
import { Membership, MembershipState } from '../strands/membership.ts';
import { lockStrandsInUse } from '../strands/strand.policy.ts';
import { Strand } from '../strands/strand.ts';
import * as say from '../platform/say/generated/admin.ts';
import { tellOfMoved } from './admin.events.ts';
import { moveDiscussions } from './move-talk.ts';
import { placeIn, takeAlong } from './split.ts';
import { whyNotSplit } from './split.policy.ts';

@InputType({ description: 'What goes from a group into a new one.' })
export class SplitGroupInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The group that is split; for a strand, its home group.' })
  groupId!: string;
  @Field(() => String, { description: 'The name of the new one, up to 80 characters.' }) name!: string;
  @Field(() => String, { description: 'What the new one is for, up to 600 characters.' }) purpose!: string;
  @Field(() => Privacy, {
    nullable: true,
    description: 'Who may find, read and join it: as now unless said otherwise, and never more people.',
  })
  privacy?: Privacy | null;
  @Field(() => Boolean, { defaultValue: false, description: 'True makes a strand of it, which admins may.' })
  asStrand!: boolean;
  @Field(() => [ID], { description: 'Discussions that move, up to 100.' }) discussionIds!: string[];
  @Field(() => [ID], { description: 'Members who join it too, up to 100; they stay here as well.' })
  personIds!: string[];
  @Field(() => String, { nullable: true, description: 'Why, for the record: up to 600 characters.' })
  reason?: string | null;
}

@keptPayload
@ObjectType({ description: 'Split: a new group holds what was chosen.' })
export class SplitGroupPayload extends Payload<'group'> {
  @Field(() => Group, {
    nullable: true,
    description: 'The new group; null when one does not belong to it and may not know of it.',
  })
  group(@Ctx() context: Context): Promise<GroupRow | null> {
    return openGroup(context, this.ids.group).catch(() => null);
  }
}

const SplitGroupResult = orRejected(SplitGroupPayload);

@Resolver()
export class SplitMutations {
  @Mutation(() => SplitGroupResult, {
    description:
      'A lead takes discussions and members of a group into a new one; admins also into a new strand.',
  })
  async splitGroup(
    @Arg('input', () => SplitGroupInput, { description: 'Which, and what goes.' }) input: SplitGroupInput,
    @Ctx() context: Context,
  ): Promise<SplitGroupPayload | Rejected> {
    const viewer = signedIn(context);
    const { em } = context;
    const before = input.asStrand ? await lockStrandsInUse(context) : [];
    const [locked] = await lockGroups(context, [input.groupId]);
    if (!locked) throw new Error('A group was locked and lost.');
    const { group: source, row } = locked;
    const privacy = input.asStrand ? Privacy.OPEN : (input.privacy ?? source.privacy);
    const [discussionIds, personIds] = [[...new Set(input.discussionIds)], [...new Set(input.personIds)]];
    const [name, purpose] = [cleanName(input.name), cleanPurpose(input.purpose)];
    const why = cleanReason(input.reason);
    const refused = whyNotSplit(viewer, row, { privacy, asStrand: input.asStrand, discussionIds, personIds });
    const early = problemsOf(...refused, name.problem, purpose.problem, why.problem);
    if (early.length > 0) return reject(...early);
    const members = personIds.every(isId)
      ? await em.find(Membership, {
          group: source,
          person: { $in: personIds },
          state: MembershipState.ACTIVE,
        })
      : [];
    const problems = problemsOf(
      (await hold(context, source, discussionIds)) ? null : notHere('discussionIds'),
      members.length === personIds.length ? null : notHere('personIds'),
    );
    if (problems.length > 0) return reject(...problems);

    const group = new Group(await freeSlug(em, name.text, { privacy }), name.text, purpose.text, privacy);
    em.persist(group);
    const strand = input.asStrand
      ? new Strand(group, 1 + Math.max(0, ...before.map((s) => s.position)))
      : null;
    if (strand) em.persist(strand);
    if (!strand) await placeIn(em, group, source, row.strandId);
    await takeAlong(em, viewer, { source, group, members });
    tellOfMoved(em, source, await moveDiscussions(em, source, group, discussionIds));
    source.version += 1;
    const after = {
      into: group.id,
      name: group.name,
      discussions: discussionIds.length,
      people: members.length,
    };
    const deed = { actorId: viewer.id, verb: 'splitGroup', target: source.stream, reason: why.text };
    audit(em, { ...deed, before: { name: source.name }, after });
    for (const each of [source, group]) tellOfGroup(em, each);
    tellOfReaders(em, source);
    tellOfReaders(em, group);
    if (strand) tellOfStrand(em, strand);
    return new SplitGroupPayload({ group: group.id });
  }
}

function notHere(field: 'discussionIds' | 'personIds'): Problem {
  const message = field === 'personIds' ? say.onlyItsMembers() : say.onlyItsDiscussions();
  return { code: ProblemCode.NOT_VALID, field, message };
}

async function hold({ em }: Context, { id }: Group, ids: readonly string[]): Promise<boolean> {
  if (!ids.every(isId)) return false;
  const found = await rows(
    em,
    sql`select id from discussion where group_id = ${id} and id = any(${[...ids]}::uuid[]) order by id for update`,
  );
  return found.length === ids.length;
}
