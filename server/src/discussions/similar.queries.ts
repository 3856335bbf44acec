import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { viewerId, type Context } from '../people/viewer.ts';
import { isId } from '../platform/ids.ts';
import { rows, sql } from '../platform/sql.ts';
import { Discussion } from './discussion.ts';
import { discussionRows, discussionsVisibleTo, type DiscussionRow } from './discussion.policy.ts';
import { tokensIn } from './similar.ts';

@Resolver(() => Discussion)
export class SimilarQueries {
  @Query(() => [Discussion], {
    description: 'At most five discussions the viewer may see that are about something like this title.',
  })
  similarDiscussions(
    @Arg('title', () => String, { description: 'What one is about to start.' }) title: string,
    @Arg('groupId', () => ID, { nullable: true, description: 'Those of this group come first.' })
    groupId: string | null,
    @Ctx() context: Context,
  ): Promise<DiscussionRow[]> {
    return similarTo(context, tokensIn(title), { groupId: isId(groupId) ? groupId : null, but: null });
  }

  @FieldResolver(() => [Discussion], { description: 'At most five others about something like it.' })
  related(
    @Root() { title, summary, groupId, id }: DiscussionRow,
    @Ctx() context: Context,
  ): Promise<DiscussionRow[]> {
    return similarTo(context, tokensIn(`${title} ${summary}`, MOST_WORDS), { groupId, but: id });
  }
}

const MOST = 5;
/** A discussion has more to say of itself than a title that is being written. */
const MOST_WORDS = 16;
/** Ranking looks at so many at most: a word that half the hub uses says little, and must not cost much. */
const MOST_RANKED = 200;

async function similarTo(
  context: Context,
  tokens: string[],
  { groupId, but }: { groupId: string | null; but: string | null },
): Promise<DiscussionRow[]> {
  if (tokens.length === 0) return [];
  const me = viewerId(context);
  const words = sql`to_tsvector('simple', d.title || ' ' || d.summary)`;
  return rows<DiscussionRow>(
    context.em,
    sql`
    with found as materialized (
      select d.id, d.group_id, d.latest_at, ${words} as words from discussion d join "group" g on g.id = d.group_id
      where ${words} @@ to_tsquery('simple', ${tokens.join(' | ')}) and ${discussionsVisibleTo(me)}
        and d.id is distinct from ${but}::uuid
      limit ${MOST_RANKED}
    ), ranked as (
      select f.id, f.group_id, f.latest_at,
        (select count(*) from unnest(${tokens}::text[]) as token where f.words @@ to_tsquery('simple', token)) as hits
      from found f
    ), best as (
      select id, row_number() over (order by hits desc, group_id is not distinct from ${groupId}::uuid desc, latest_at desc, id) as place
      from ranked where hits >= ${Math.min(2, tokens.length)}
      order by place limit ${MOST}
    )
    ${discussionRows(me, sql`d.id in (select id from best)`)}
    order by (select place from best where best.id = d.id)`,
  );
}
