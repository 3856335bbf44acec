import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { viewerId, type Context } from '../people/viewer.ts';
import { closedDoor } from '../platform/errors.ts';
import { Cursor } from '../platform/log.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import { groupOf } from './group.loaders.ts';
import { groupRow, groupsVisibleTo, type GroupRow } from './group.policy.ts';
import { Group } from './group.ts';
import { Strand } from './strand.ts';

export interface StrandRow extends Pick<
  Strand,
  'id' | 'slug' | 'name' | 'purpose' | 'position' | 'state' | 'version'
> {
  homeGroupId: string;
  /** Its home group as the viewer sees it, where one strand was opened. */
  home?: GroupRow | null;
}

/** SQL: what `StrandRow` holds, from strand `t`. */
export const strandRows = sql<StrandRow>`
  select t.id, t.slug, t.name, t.purpose, t.position, t.state, t.version, t.home_group_id as "homeGroupId" from strand t`;

export function strandsInUse({ em }: Context): Promise<StrandRow[]> {
  return rows(em, sql`${strandRows} where t.state = 'ACTIVE' order by t.position, t.id`);
}

@Resolver(() => Strand)
export class StrandQueries {
  @Query(() => [Strand], { description: 'The strands in use, in their order.' })
  strands(
    @Arg('archived', () => Boolean, {
      defaultValue: false,
      description: 'Those kept for reading instead, by name.',
    })
    archived: boolean,
    @Ctx() context: Context,
  ): Promise<StrandRow[]> {
    if (!archived) return strandsInUse(context);
    return rows(context.em, sql`${strandRows} where t.state = 'ARCHIVED' order by t.name, t.id`);
  }

  @Query(() => Strand, {
    description: 'One strand, by its slug or one it had before. NOT_FOUND when there is none.',
  })
  async strand(
    @Arg('slug', () => String, { description: 'Its name in addresses.' }) slug: string,
    @Ctx() context: Context,
  ): Promise<StrandRow> {
    const me = viewerId(context);
    const home = sql`${groupRow(me)} where g.id = one."homeGroupId" and ${groupsVisibleTo(me)}`;
    const row = await firstRow<StrandRow>(
      context.em,
      sql`select one.*, (select row_to_json(h) from (${home}) h) as home from (${strandRows}
        where t.slug = ${slug} and t.state <> 'MERGED' or t.id = (select subject_id from old_address where path = ${`strands/${slug}`})
        order by t.slug = ${slug} desc limit 1) one`,
    );
    return row ?? closedDoor();
  }

  @FieldResolver(() => Group, { description: 'Its home group: joining the strand is joining this.' })
  homeGroup(@Root() row: StrandRow, @Ctx() context: Context): unknown {
    return row.home ?? groupOf(context, row.homeGroupId);
  }
}

@Resolver()
export class HubQueries {
  @Query(() => Cursor, { description: "The hub stream's cursor now: what everyone signed in hears." })
  async hubCursor(@Ctx() context: Context): Promise<Cursor> {
    return cursorOf(context, 'hub');
  }

  @Query(() => Cursor, {
    nullable: true,
    description: "The viewer's own stream's cursor now; null for visitors.",
  })
  async personCursor(@Ctx() context: Context): Promise<Cursor | null> {
    const me = viewerId(context);
    return me ? cursorOf(context, `person:${me}`) : null;
  }
}

async function cursorOf({ em }: Context, stream: string): Promise<Cursor> {
  const row = await firstRow<Omit<Cursor, 'stream'>>(
    em,
    sql`
    select coalesce(s.head_seq, 0) as seq, coalesce(s.epoch, (select epoch from hub_state), 1) as epoch
    from (select 1) one left join stream s on s.id = ${stream}`,
  );
  return { stream, epoch: row?.epoch ?? 1, seq: row?.seq ?? 0 };
}
