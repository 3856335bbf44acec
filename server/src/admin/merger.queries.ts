import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { adminOnly, signedIn, type Context } from '../people/viewer.ts';
import { closedDoor } from '../platform/errors.ts';
import { Problem, problemsOf } from '../platform/results.ts';
import { firstRow, sql } from '../platform/sql.ts';
import { openGroup, whyNotLead, type GroupRow } from '../strands/group.policy.ts';
import { Group } from '../strands/group.ts';
import { openStrand } from '../strands/strand.policy.ts';
import { isId } from '../platform/ids.ts';
import { whyNotMergeGroups, whyNotMergeStrands } from './merge.policy.ts';

@ObjectType({ description: 'What would happen if one group, or strand, went on in another.' })
export class Merger {
  @Field(() => Group, { description: 'The group that would end; of a strand, its home group.' })
  source: GroupRow;
  @Field(() => Group, { description: 'The group it would go on in; of a strand, its home group.' })
  target: GroupRow;
  @Field(() => Int, { description: 'How many people would come in who are not in it now.' }) joining: number;
  @Field(() => Int, { description: 'How many would stay out, because they were removed from it.' })
  stayingOut: number;
  @Field(() => Int, { description: 'How many discussions would move.' }) discussions: number;
  @Field(() => Int, { description: 'How many groups would belong to the other strand.' }) groups: number;
  @Field(() => Int, { description: 'How many requests would belong to the other strand.' }) requests: number;
  @Field(() => [Problem], { description: 'Everything that stands in the way.' }) problems: Problem[];
}

@Resolver()
export class MergerQueries {
  @Query(() => Merger, {
    description:
      'What merging two groups would do, asked beforehand by a lead of the first. NOT_FOUND for others.',
  })
  async groupMerger(
    @Arg('sourceId', () => ID, { description: 'The group that would end.' }) sourceId: string,
    @Arg('targetId', () => ID, { description: 'The group it would go on in.' }) targetId: string,
    @Ctx() context: Context,
  ): Promise<Merger> {
    const viewer = signedIn(context);
    const [source, target] = [await openGroup(context, sourceId), await openGroup(context, targetId)];
    if (whyNotLead(viewer, source)) return closedDoor();
    const problems = problemsOf(whyNotMergeGroups(viewer, source, target));
    return { ...(await counted(context, source, target)), groups: 0, requests: 0, problems };
  }

  @Query(() => Merger, { description: 'What merging two strands would do, asked beforehand by an admin.' })
  async strandMerger(
    @Arg('sourceId', () => ID, { description: 'The strand that would end.' }) sourceId: string,
    @Arg('targetId', () => ID, { description: 'The strand it would go on in.' }) targetId: string,
    @Ctx() context: Context,
  ): Promise<Merger> {
    const viewer = adminOnly(context);
    if (!isId(sourceId) || !isId(targetId)) return closedDoor();
    const [source, target] = [await openStrand(context, sourceId), await openStrand(context, targetId)];
    const [home, targetHome] = [
      await openGroup(context, source.homeGroupId),
      await openGroup(context, target.homeGroupId),
    ];
    const problems = problemsOf(whyNotMergeStrands(viewer, [source, home], [target, targetHome]));
    const held = await firstRow<{ groups: number; requests: number }>(
      context.em,
      sql`select (select count(*)::int from group_strand where strand_id = ${source.id}) as groups,
        (select count(*)::int from request_strand where strand_id = ${source.id}) as requests`,
    );
    const { groups = 0, requests = 0 } = held ?? {};
    return { ...(await counted(context, home, targetHome)), groups, requests, problems };
  }
}

type Counted = Pick<Merger, 'source' | 'target' | 'joining' | 'stayingOut' | 'discussions'>;

async function counted({ em }: Context, source: GroupRow, target: GroupRow): Promise<Counted> {
  const row = await firstRow<{ joining: number; stayingOut: number }>(
    em,
    sql`
    select count(*) filter (where there.state is null or there.state not in ('ACTIVE', 'REMOVED'))::int as joining,
      count(*) filter (where there.state = 'REMOVED')::int as "stayingOut"
    from membership here left join membership there on there.group_id = ${target.id} and there.person_id = here.person_id
    where here.group_id = ${source.id} and here.state = 'ACTIVE'`,
  );
  const { joining = 0, stayingOut = 0 } = row ?? {};
  return { source, target, joining, stayingOut, discussions: source.discussionCount };
}
