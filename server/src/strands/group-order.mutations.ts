import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { adminOnly, type Context } from '../people/viewer.ts';
import { audit } from '../platform/audit.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, ProblemCode, reject, Rejected, type Problem } from '../platform/results.ts';
import { rows, sql } from '../platform/sql.ts';
import { tellOfStrand } from './group.events.ts';
import { groupsVisibleTo } from './group.policy.ts';
import { GroupStrand } from './membership.ts';
import { lockStrand, openStrand } from './strand.policy.ts';
import type { StrandRow } from './strand.queries.ts';
import { Strand } from './strand.ts';
import * as say from '../platform/say/generated/strands.ts';

@InputType({ description: 'Another order for groups of a strand.' })
export class OrderGroupsInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The strand.' }) strandId!: string;
  @Field(() => [ID], {
    description: 'Groups of it in the order wanted, each once; the others follow by name.',
  })
  groupIds!: string[];
}

@keptPayload
@ObjectType({ description: 'Ordered.' })
export class OrderGroupsPayload extends Payload<'strand'> {
  @Field(() => Strand, { description: 'As it now stands.' })
  strand(@Ctx() context: Context): Promise<StrandRow> {
    return openStrand(context, this.ids.strand);
  }
}

const OrderGroupsResult = orRejected(OrderGroupsPayload);
const stale = (): Problem => ({
  code: ProblemCode.STALE,
  field: 'groupIds',
  message: say.orderGroupsAnew(),
});

@Resolver()
export class GroupOrderMutations {
  @Mutation(() => OrderGroupsResult, { description: 'An admin orders the groups of a strand.' })
  async orderGroups(
    @Arg('input', () => OrderGroupsInput, { description: 'Which, and how.' }) input: OrderGroupsInput,
    @Ctx() context: Context,
  ): Promise<OrderGroupsPayload | Rejected> {
    const { id: actorId } = adminOnly(context);
    const { em } = context;
    const strand = await lockStrand(context, input.strandId);
    const places = await em.find(GroupStrand, { strand });
    const known = await seen(context, places);
    const wanted = new Set(input.groupIds);
    const isStale = wanted.size !== input.groupIds.length || [...wanted].some((id) => !known.has(id));
    if (isStale) return reject(stale());

    for (const place of places) {
      const at = input.groupIds.indexOf(place.group.id);
      place.position = (at < 0 ? input.groupIds.length : at) + 1;
    }
    audit(em, { actorId, verb: 'orderGroups', target: `strand:${strand.id}` });
    strand.version += 1;
    tellOfStrand(em, strand);
    return new OrderGroupsPayload({ strand: strand.id });
  }
}

/** Those of them the admin may know of. */
async function seen({ em, viewer }: Context, places: GroupStrand[]): Promise<Set<string>> {
  const ids = places.map(({ group }) => group.id);
  const visible = groupsVisibleTo(viewer?.id ?? null);
  const found = await rows<{ id: string }>(
    em,
    sql`select g.id from "group" g where g.id = any(${ids}::uuid[]) and ${visible}`,
  );
  return new Set(found.map(({ id }) => id));
}
