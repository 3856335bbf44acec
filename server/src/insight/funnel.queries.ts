import { Ctx, Field, FieldResolver, Int, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql';
import type { Context } from '../people/viewer.ts';
import { rows, sql } from '../platform/sql.ts';
import { Insight, told } from './insight.queries.ts';

export enum FunnelStep {
  SUGGESTED = 'SUGGESTED',
  INVITED = 'INVITED',
  VIEWED = 'VIEWED',
  RESPONDED = 'RESPONDED',
  SELECTED = 'SELECTED',
  COMPLETED = 'COMPLETED',
}
registerEnumType(FunnelStep, {
  name: 'FunnelStep',
  description: 'How far somebody came with a request.',
  valuesConfig: {
    SUGGESTED: { description: 'Ranked when staff invited, or invited.' },
    INVITED: { description: 'Asked by staff.' },
    VIEWED: { description: 'Opened the invitation.' },
    RESPONDED: { description: 'Answered: yes, partly or no.' },
    SELECTED: { description: 'Was offered the work.' },
    COMPLETED: { description: 'Did it.' },
  },
});

@ObjectType({ description: 'How many came as far as one step. One person counts once for each request.' })
export class FunnelStage {
  @Field(() => FunnelStep, { description: 'The step.' }) step: FunnelStep;
  @Field(() => Int, { nullable: true, description: 'Those who were asked; null from 1 to 4.' })
  asked: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Those who came from the open list without being asked; null from 1 to 4.',
  })
  unasked: number | null;
}

@Resolver(() => Insight)
export class FunnelQueries {
  @FieldResolver(() => [FunnelStage], { description: 'From suggestion to finished work, in twelve months.' })
  async funnel(@Root() insight: Insight, @Ctx() { em }: Context): Promise<FunnelStage[]> {
    const [counts] = await rows<Record<string, number>>(
      em,
      sql`
      with invited as (
        select distinct request_id, person_id from invitation where at > now() - interval '12 months'
      ), suggested as (
        select request_id, person_id from invited union
        select m.request_id, (s.one ->> 'expertId')::uuid from match_run m
        cross join lateral jsonb_array_elements(m.shown) s(one) where m.at > now() - interval '12 months'
      ), pair as (
        select s.state, s.answer, i.person_id is not null as asked,
          s.state in ('OFFERED', 'ACCEPTED', 'ENGAGED', 'COMPLETED') or exists (
            select 1 from engagement g where g.response_id = s.id) as selected
        from response s left join invited i on i.request_id = s.request_id and i.person_id = s.person_id
        where s.latest_at > now() - interval '12 months'
      )
      select (select count(*)::int from suggested) as "askedSUGGESTED", (select count(*)::int from invited) as "askedINVITED",
        count(*) filter (where asked and state <> 'INVITED' and (answer is not null or state = 'SEEN'))::int as "askedVIEWED",
        count(*) filter (where asked and answer is not null)::int as "askedRESPONDED",
        count(*) filter (where asked and selected)::int as "askedSELECTED",
        count(*) filter (where asked and state = 'COMPLETED')::int as "askedCOMPLETED",
        count(*) filter (where not asked and answer is not null)::int as "unaskedRESPONDED",
        count(*) filter (where not asked and selected)::int as "unaskedSELECTED",
        count(*) filter (where not asked and state = 'COMPLETED')::int as "unaskedCOMPLETED"
      from pair`,
    );
    const countOf = (who: string, step: string) => told(counts?.[who + step] ?? 0, insight);
    return Object.values(FunnelStep).map((step) => ({
      step,
      asked: countOf('asked', step),
      unasked: countOf('unasked', step),
    }));
  }
}
