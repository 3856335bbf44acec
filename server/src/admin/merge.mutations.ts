import { ref } from '@mikro-orm/core';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { adminOnly, signedIn, type Context } from '../people/viewer.ts';
import { audit, cleanReason } from '../platform/audit.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, problemsOf, reject, Rejected } from '../platform/results.ts';
import { rows, sql } from '../platform/sql.ts';
import { tellOfStrand } from '../strands/group.events.ts';
import { lockGroups, openGroup, type GroupRow } from '../strands/group.policy.ts';
import { Group } from '../strands/group.ts';
import { sendOn } from '../strands/old-address.ts';
import { lockStrands, openStrand } from '../strands/strand.policy.ts';
import type { StrandRow } from '../strands/strand.queries.ts';
import { Strand, StrandState } from '../strands/strand.ts';
import { mergeInto } from './merge.ts';
import { whyNotMergeGroups, whyNotMergeStrands } from './merge.policy.ts';

@InputType({ description: 'A group that shall go on in another.' })
export class MergeGroupsInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The group that ends.' }) sourceId!: string;
  @Field(() => ID, { description: 'The group it goes on in.' }) targetId!: string;
  @Field(() => String, { nullable: true, description: 'Why, for the record: up to 600 characters.' })
  reason?: string | null;
}

@InputType({ description: 'A strand that shall go on in another.' })
export class MergeStrandsInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The strand that ends.' }) sourceId!: string;
  @Field(() => ID, { description: 'The strand it goes on in.' }) targetId!: string;
  @Field(() => String, { nullable: true, description: 'Why, for the record: up to 600 characters.' })
  reason?: string | null;
}

@keptPayload
@ObjectType({ description: 'Merged: people, discussions and addresses are in the other group.' })
export class MergeGroupsPayload extends Payload<'group'> {
  @Field(() => Group, { description: 'The group it went on in, as it now stands.' })
  group(@Ctx() context: Context): Promise<GroupRow> {
    return openGroup(context, this.ids.group);
  }
}

@keptPayload
@ObjectType({
  description: 'Merged: people, discussions, groups, requests and addresses are in the other strand.',
})
export class MergeStrandsPayload extends Payload<'strand'> {
  @Field(() => Strand, { description: 'The strand it went on in, as it now stands.' })
  strand(@Ctx() context: Context): Promise<StrandRow> {
    return openStrand(context, this.ids.strand);
  }
}

const MergeGroupsResult = orRejected(MergeGroupsPayload);
const MergeStrandsResult = orRejected(MergeStrandsPayload);

@Resolver()
export class MergeMutations {
  @Mutation(() => MergeGroupsResult, {
    description:
      'Who leads both groups lets one go on in the other. It may not be read by more people than before.',
  })
  async mergeGroups(
    @Arg('input', () => MergeGroupsInput, { description: 'Which.' }) input: MergeGroupsInput,
    @Ctx() context: Context,
  ): Promise<MergeGroupsPayload | Rejected> {
    const { id: actorId } = signedIn(context);
    const [source, target] = await lockGroups(context, [input.sourceId, input.targetId]);
    if (!source || !target) throw new Error('A group was locked and lost.');
    const why = cleanReason(input.reason);
    const refused = whyNotMergeGroups(signedIn(context), source.row, target.row);
    const problems = problemsOf(refused, why.problem);
    if (problems.length > 0) return reject(...problems);

    const after = { into: target.group.id, name: target.group.name };
    const deed = { actorId, verb: 'mergeGroups', target: source.group.stream, reason: why.text };
    audit(context.em, { ...deed, before: { name: source.group.name }, after });
    await mergeInto(context.em, source.group, target.group);
    return new MergeGroupsPayload({ group: target.group.id });
  }

  @Mutation(() => MergeStrandsResult, {
    description: 'An admin lets one strand go on in another, and its home group in that one’s.',
  })
  async mergeStrands(
    @Arg('input', () => MergeStrandsInput, { description: 'Which.' }) input: MergeStrandsInput,
    @Ctx() context: Context,
  ): Promise<MergeStrandsPayload | Rejected> {
    const viewer = adminOnly(context);
    const { em } = context;
    const [source, target] = await lockStrands(context, [input.sourceId, input.targetId]);
    if (!source || !target) throw new Error('A strand was locked and lost.');
    const [home, targetHome] = [source, target].map(({ homeGroup }) => homeGroup.getEntity());
    if (!home || !targetHome) throw new Error('A strand has lost its home group.');
    const open = (group: Group) => openGroup(context, group.id);
    const [row, targetRow] = [await open(home), await open(targetHome)];
    const why = cleanReason(input.reason);
    const problems = problemsOf(whyNotMergeStrands(viewer, [source, row], [target, targetRow]), why.problem);
    if (problems.length > 0) return reject(...problems);

    const after = { into: target.id, name: target.name };
    const deed = {
      actorId: viewer.id,
      verb: 'mergeStrands',
      target: `strand:${source.id}`,
      reason: why.text,
    };
    audit(em, { ...deed, before: { name: source.name }, after });
    await mergeInto(em, home, targetHome);
    await handOver(em, source, target);
    for (const strand of [source, target]) tellOfStrand(em, strand);
    return new MergeStrandsPayload({ strand: target.id });
  }
}

/** Groups and requests of one strand belong to the other from now on. */
async function handOver(em: Context['em'], source: Strand, target: Strand): Promise<void> {
  await em.flush();
  await rows(
    em,
    sql`insert into group_strand (group_id, strand_id) select group_id, ${target.id} from group_strand
      where strand_id = ${source.id} on conflict do nothing`,
  );
  await rows(em, sql`delete from group_strand where strand_id = ${source.id}`);
  await rows(
    em,
    sql`insert into request_strand (request_id, strand_id) select request_id, ${target.id} from request_strand
      where strand_id = ${source.id} on conflict do nothing`,
  );
  await rows(em, sql`delete from request_strand where strand_id = ${source.id}`);
  await rows(em, sql`update strand set successor_id = ${target.id} where successor_id = ${source.id}`);
  await sendOn(em, { from: source.id, path: `strands/${source.slug}`, to: target.id });
  source.state = StrandState.MERGED;
  source.successor = ref(target);
  for (const strand of [source, target]) strand.version += 1;
}
