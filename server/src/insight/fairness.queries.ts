import { Ctx, Field, FieldResolver, Int, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql';
import { fieldShownTo } from '../people/profile.policy.ts';
import type { Context } from '../people/viewer.ts';
import { ProfileField } from '../people/visibility.ts';
import { rows, sql } from '../platform/sql.ts';
import { showsCountry } from './available.ts';
import { FEWEST, Insight, told } from './insight.queries.ts';

export enum FairnessBy {
  COUNTRY = 'COUNTRY',
  PROFESSION = 'PROFESSION',
  HISTORY = 'HISTORY',
}
registerEnumType(FairnessBy, {
  name: 'FairnessBy',
  description: 'What people are put together by.',
  valuesConfig: {
    COUNTRY: { description: 'Where they live.' },
    PROFESSION: { description: 'Their profession, as they write it.' },
    HISTORY: { description: 'Whether they had done work here before.' },
  },
});

@ObjectType({ description: 'How far people who have something in common came, in twelve months.' })
export class FairnessGroup {
  @Field(() => FairnessBy, { description: 'What they are put together by.' }) by: FairnessBy;
  @Field(() => String, {
    nullable: true,
    description:
      'What they have in common: a country as ISO 3166 alpha-2, a profession, FIRST or BEFORE; null when they do not say.',
  })
  value: string | null;
  @Field(() => Boolean, { description: 'Several together, each so small that people might be known by it.' })
  isOthers: boolean;
  @Field(() => Int, { nullable: true, description: 'Ranked when staff invited; null where held back.' })
  shown: number | null;
  @Field(() => Int, { nullable: true, description: 'Asked by staff; null where held back.' })
  invited: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Said yes or partly, asked or not; null where held back.',
  })
  accepted: number | null;
  @Field(() => Int, { nullable: true, description: 'Were offered the work; null where held back.' })
  selected: number | null;
}

type Counts = { shown: number; invited: number; accepted: number; selected: number };
type Row = Counts & { by: FairnessBy; value: string | null; isOthers: boolean };

@Resolver(() => Insight)
export class FairnessQueries {
  @FieldResolver(() => [FairnessGroup], {
    description:
      'Who was shown, invited, accepted and selected, by country, profession and history. Numbers from 1 to 4 are held back from everybody, admins too, with the next smallest where one alone could be worked out.',
  })
  async fairness(@Root() _insight: Insight, @Ctx() { em }: Context): Promise<FairnessGroup[]> {
    const profession = sql`case when ${fieldShownTo('MATCHING', ProfileField.PROFESSION)} then nullif(lower(btrim(r.profession)), '') end`;
    const found = await rows<Omit<Row, 'isOthers'>>(
      em,
      sql`
      with step as (
        select m.request_id, (s.one ->> 'expertId')::uuid as person_id, m.at, 'shown' as step
        from match_run m cross join lateral jsonb_array_elements(m.shown) s(one) where m.at > now() - interval '12 months'
        union all select request_id, person_id, at, 'invited' from invitation where at > now() - interval '12 months'
        union all select s.request_id, s.person_id, s.submitted_at, 'accepted' from response s
        where s.submitted_at > now() - interval '12 months' and s.answer in ('YES', 'PARTLY')
        union all select s.request_id, s.person_id, s.latest_at, 'selected' from response s
        where s.latest_at > now() - interval '12 months' and exists (select 1 from engagement g where g.response_id = s.id)
      ), pair as (
        select request_id, person_id, min(at) as at, bool_or(step = 'shown') as shown, bool_or(step = 'invited') as invited,
          bool_or(step = 'accepted') as accepted, bool_or(step = 'selected') as selected
        from step group by request_id, person_id
      ), known as (
        select x.*, case when ${showsCountry} then r.country end as country, ${profession} as profession,
          exists (select 1 from response s join engagement g on g.response_id = s.id
            where s.person_id = x.person_id and s.request_id <> x.request_id and g.completed_at < x.at) as before
        from pair x join person p on p.id = x.person_id left join profile r on r.person_id = p.id
      )
      select d.by, d.value, count(distinct k.person_id) filter (where k.shown)::int as shown,
        count(distinct k.person_id) filter (where k.invited)::int as invited,
        count(distinct k.person_id) filter (where k.accepted)::int as accepted,
        count(distinct k.person_id) filter (where k.selected)::int as selected
      from known k cross join lateral (values ('COUNTRY', k.country), ('PROFESSION', k.profession),
        ('HISTORY', case when k.before then 'BEFORE' else 'FIRST' end)) as d(by, value)
      group by d.by, d.value order by d.by, shown desc, d.value nulls last`,
    );
    return Object.values(FairnessBy).flatMap((by) => toldOf(found.filter((row) => row.by === by)));
  }
}

/** Groups so small that people might be known are put together; a number that is still small is not told. */
function toldOf(found: readonly Omit<Row, 'isOthers'>[]): FairnessGroup[] {
  const isSmall = (row: Counts) => Math.max(row.shown, row.invited, row.accepted, row.selected) < FEWEST;
  const small = found.filter((row) => isSmall(row) && row.value !== null && row.by !== FairnessBy.HISTORY);
  const large = found.filter((row) => !small.includes(row)).map((row) => ({ ...row, isOthers: false }));
  const sum = (of: keyof Counts) => small.reduce((all, row) => all + row[of], 0);
  const [one] = small;
  const together = one && {
    ...{ by: one.by, value: null, isOthers: true },
    ...{ shown: sum('shown'), invited: sum('invited'), accepted: sum('accepted'), selected: sum('selected') },
  };
  const groups = [...large, ...(together ? [together] : [])];
  const shown = heldBack(groups, 'shown');
  const invited = heldBack(groups, 'invited');
  const accepted = heldBack(groups, 'accepted');
  const selected = heldBack(groups, 'selected');
  return groups.map((row, at) => ({
    ...row,
    ...{ shown: shown[at] ?? null, invited: invited[at] ?? null },
    ...{ accepted: accepted[at] ?? null, selected: selected[at] ?? null },
  }));
}

/** One number that is missing from a column is what its sum lacks: the next smallest is held back with it. */
function heldBack(groups: readonly Counts[], column: keyof Counts): (number | null)[] {
  const numbers = groups.map((row) => told(row[column], HELD_BACK));
  if (numbers.filter((number) => number === null).length !== 1) return numbers;
  const least = Math.min(...numbers.filter((number) => number !== null && number > 0).map(Number));
  const at = numbers.indexOf(least);
  return numbers.map((number, place) => (place === at ? null : number));
}

const HELD_BACK = { isWhole: false };
