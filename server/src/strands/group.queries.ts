import { Arg, Args, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { RawBuilder } from 'kysely';
import { viewerId, type Context } from '../people/viewer.ts';
import {
  connectionOf,
  decodeCursor,
  encodeCursor,
  PageArgs,
  pageOf,
  pageSize,
  type Connection,
} from '../platform/connection.ts';
import { closedDoor } from '../platform/errors.ts';
import { Cursor } from '../platform/log.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import { batch } from '../platform/batch.ts';
import {
  groupRow,
  groupsVisibleTo,
  whyNotApprove,
  whyNotJoin,
  whyNotLead,
  whyNotLeave,
  whyNotPost,
  type GroupRow,
} from './group.policy.ts';
import { Group, groupStream } from './group.ts';
import { MembershipRole, MembershipState } from './membership.ts';
import { Strand } from './strand.ts';
import type { StrandRow } from './strand.queries.ts';

@ObjectType({ description: 'What the viewer may do with a group.' })
export class GroupAbilities {
  @Field(() => Boolean, { description: 'Join it, or ask to be let in.' }) join: boolean;
  @Field(() => Boolean, { description: 'Leave it, or withdraw the asking.' }) leave: boolean;
  @Field(() => Boolean, { description: 'Start discussions and reply.' }) post: boolean;
  @Field(() => Boolean, { description: 'Let people in, invite and remove members, remove replies.' })
  lead: boolean;
  @Field(() => Boolean, { description: 'Say yes to it, where it waits for that.' }) approve: boolean;
}

const GroupConnection = connectionOf(Group);

const strandsOf = batch<string, StrandRow[]>(async (em, ids) => {
  const found = await rows<StrandRow & { groupId: string }>(
    em,
    sql`
    select gs.group_id as "groupId", t.id, t.slug, t.name, t.purpose, t.position, t.state, t.version, t.home_group_id as "homeGroupId"
    from group_strand gs join strand t on t.id = gs.strand_id where gs.group_id = any(${ids}::uuid[]) order by t.position`,
    'once',
  );
  return Map.groupBy(found, ({ groupId }) => groupId);
}, []);

@Resolver(() => Group)
export class GroupQueries {
  @Query(() => Group, {
    description: 'One group, by its slug or one it had before. NOT_FOUND when the viewer may not know of it.',
  })
  async group(
    @Arg('slug', () => String, { description: 'Its name in addresses.' }) slug: string,
    @Ctx() context: Context,
  ): Promise<GroupRow> {
    const me = viewerId(context);
    const row = await firstRow<GroupRow>(
      context.em,
      sql`${groupRow(me)}
      where (g.slug = ${slug} or g.id = (select subject_id from old_address where path = ${`groups/${slug}`})) and ${groupsVisibleTo(me)}
      order by g.slug = ${slug} desc limit 1`,
    );
    return row ?? closedDoor();
  }

  @Query(() => GroupConnection, {
    description:
      'Groups the viewer may know of that are not a strand’s home group: of one strand in its order, else by name.',
  })
  async groups(
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('strandId', () => ID, { nullable: true, description: 'Only those of this strand.' })
    strandId: string | null,
    @Arg('mine', () => Boolean, { defaultValue: false, description: 'Only those the viewer belongs to.' })
    mine: boolean,
    @Arg('archived', () => Boolean, {
      defaultValue: false,
      description: 'Those kept for reading, instead of those in use.',
    })
    archived: boolean,
    @Arg('proposed', () => Boolean, {
      defaultValue: false,
      description: 'Those that wait for staff to say yes: staff see all, others their own.',
    })
    proposed: boolean,
    @Ctx() context: Context,
  ): Promise<Connection<GroupRow>> {
    const size = pageSize(first);
    const me = viewerId(context);
    const from = nameCursor(after);
    const found = await rows<GroupRow>(
      context.em,
      sql`${groupRow(me, place(strandId))}
      where home.id is null and ${groupsVisibleTo(me)} and g.state in (${proposed ? sql`'PROPOSED'` : archived ? sql`'ARCHIVED'` : sql`'ACTIVE', 'DORMANT'`})
        and ${strandId ? sql`exists (select 1 from group_strand gs where gs.group_id = g.id and gs.strand_id::text = ${strandId})` : sql`true`}
        and ${mine ? sql`mine.state = 'ACTIVE'` : sql`true`}
        and ${from ? sql`(${place(strandId)}, g.name, g.slug) > (${from.place}, ${from.name}, ${from.slug})` : sql`true`}
      order by place, g.name, g.slug limit ${size + 1}`,
      'once',
    );
    return pageOf(found, size, ({ place = 0, name, slug }) => encodeCursor(place, name, slug), from !== null);
  }

  @FieldResolver(() => [Strand], { description: 'The strands it belongs to.' })
  strands(@Root() row: GroupRow, @Ctx() context: Context): Promise<StrandRow[]> {
    return strandsOf(context, row.id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The slug of the strand it is the home group of, if it is one.',
  })
  homeOf(@Root() row: GroupRow): string | null {
    return row.strandSlug;
  }

  @FieldResolver(() => MembershipState, { nullable: true, description: 'Where the viewer stands with it.' })
  membershipState(@Root() row: GroupRow): MembershipState | null {
    return row.membershipState;
  }

  @FieldResolver(() => MembershipRole, { nullable: true, description: 'What the viewer is in it.' })
  membershipRole(@Root() row: GroupRow): MembershipRole | null {
    return row.membershipState === MembershipState.ACTIVE ? row.membershipRole : null;
  }

  @FieldResolver(() => GroupAbilities, { description: 'What the viewer may do.' })
  viewerCan(@Root() row: GroupRow, @Ctx() { viewer }: Context): GroupAbilities {
    const inside =
      row.membershipState === MembershipState.ACTIVE || row.membershipState === MembershipState.REQUESTED;
    return {
      join: viewer !== null && !inside && whyNotJoin(row) === null,
      leave: whyNotLeave(row) === null,
      post: whyNotPost(row) === null,
      lead: viewer !== null && whyNotLead(viewer, row) === null,
      approve: whyNotApprove(viewer, row) === null,
    };
  }

  @FieldResolver(() => Cursor, { description: "The group stream's cursor at the moment of this answer." })
  cursor(@Root() row: GroupRow): Cursor {
    return { stream: groupStream(row.id), epoch: row.epoch, seq: row.head };
  }
}

/** SQL: the place of group `g` in the strand, or 0. */
function place(strandId: string | null): RawBuilder<number> {
  if (!strandId) return sql`0`;
  return sql`coalesce((select position from group_strand at where at.group_id = g.id and at.strand_id::text = ${strandId}), 0)`;
}

function nameCursor(after: string | null | undefined): { place: number; name: string; slug: string } | null {
  const values = decodeCursor(after, ['number', 'string', 'string']);
  return values && { place: Number(values[0]), name: String(values[1]), slug: String(values[2]) };
}
