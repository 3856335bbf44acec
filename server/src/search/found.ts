import type { RawBuilder } from 'kysely';
import type { Context } from '../people/viewer.ts';
import { rows, sql } from '../platform/sql.ts';
import { holds, mayBeMisspelt, nearlyHolds, type Asked, type Term } from './asked.ts';
import type { Hit, HitKind } from './hit.ts';
import type { Stretch } from './marks.ts';

/** One kind of thing that can be found. */
export interface Findable {
  kind: HitKind;
  find(context: Context, asked: Asked, page: Wanted): Promise<Found>;
}

export interface Found {
  kind: HitKind;
  total: number;
  hits: FoundHit[];
}

export type FoundHit = Hit & { place: Place };

/** One kind, by the statement that answers its count and a page of rows, and by how a row is shown. */
export function findable<Row extends FoundRow>(
  kind: HitKind,
  statement: (context: Context, asked: Asked, page: Wanted) => RawBuilder<unknown>,
  shows: (row: Row, asked: Asked) => Shown,
): Findable {
  const hit = (row: Row, asked: Asked): FoundHit => {
    const { id, score, at } = row;
    return { id, kind, at: null, replyNumber: null, ...shows(row, asked), place: { score, at, id } };
  };
  return {
    kind,
    async find(context, asked, page) {
      const answered = await rows<Row>(context.em, statement(context, asked, page));
      // An empty page is a row with the count alone.
      const found = answered.filter(({ id }) => id !== null);
      return { kind, total: answered[0]?.total ?? 0, hits: found.map((row) => hit(row, asked)) };
    },
  };
}

export interface Wanted {
  size: number;
  after: Place | null;
}

export interface Place {
  score: number;
  at: string;
  id: string;
}

/** What every statement answers for a row. */
export interface FoundRow extends Place {
  total: number;
}

export interface Shown {
  href: string;
  title: Stretch[];
  snippet: Stretch[];
  where: string | null;
  at?: string | null;
  replyNumber?: number | null;
}

/** How telling a place is: a name more than a text, and a word that is only nearly there least. */
export const WEIGHT = { named: 4, said: 2, nearly: 1 } as const;

/** A place where a term may stand: `from` with its `where`, and the id of what is found. */
export interface Source {
  id: RawBuilder<unknown>;
  from: RawBuilder<unknown>;
  where: (holds: (document: RawBuilder<unknown>) => RawBuilder<boolean>) => RawBuilder<unknown>;
  weight: number;
  /** The number of a reply, where one was found. */
  number?: RawBuilder<unknown>;
  /** Short texts are also searched for words that are nearly the term. */
  isShort?: boolean;
}

export const MOST_COUNTED = 1_000;
const MOST_PER_TERM = 5_000;

/**
 * SQL: the common table expressions `hit`, every place where a term stands, and `whole`, what holds all of them.
 * Without terms all that there is holds them. A word that stands everywhere is not followed everywhere.
 */
export function hits(
  { terms }: Asked,
  everything: RawBuilder<unknown>,
  sources: Source[],
): RawBuilder<unknown> {
  const places = terms.flatMap((term, n) => sources.flatMap((source) => placesOf(term, 2 ** n, source)));
  const all = places.length ? sql.join(places, sql` union all `) : everything;
  return sql`hit as materialized (${all}),
    whole as (
      select id, bit_or(bit) filter (where weight > ${WEIGHT.nearly}) as exact,
        bit_or(bit) filter (where weight = ${WEIGHT.named}) as named
      from hit group by id having bit_or(bit) = ${2 ** terms.length - 1}
    )`;
}

function placesOf(term: Term, bit: number, source: Source): RawBuilder<unknown>[] {
  const { id, from, where, weight, number, isShort } = source;
  const place = (condition: RawBuilder<unknown>, weighs: number) =>
    sql`(select ${id} as id, ${bit}::int as bit, ${weighs}::int as weight, ${number ?? sql`null::int`} as number
      from ${from} where ${condition} limit ${MOST_PER_TERM})`;
  const exact = place(
    where((document) => holds(document, term)),
    weight,
  );
  if (!isShort || !mayBeMisspelt(term)) return [exact];
  return [
    exact,
    place(
      where((document) => nearlyHolds(document, term)),
      WEIGHT.nearly,
    ),
  ];
}

/** SQL, of `whole w`: all terms exactly before nearly, then those in names, then those in texts. */
export function scoreOf({ terms }: Asked): RawBuilder<number> {
  return sql`(case when coalesce(w.exact, 0) = ${2 ** terms.length - 1} then 64 else 0 end
    + ${WEIGHT.named}::int * bit_count(coalesce(w.named, 0)::bit(8)) + bit_count(coalesce(w.exact, 0)::bit(8)))::int`;
}

/** SQL: the count of what was found, and a page of it as `shown` makes it from `page`. */
export function counted(
  parts: RawBuilder<unknown>,
  found: RawBuilder<unknown>,
  shown: RawBuilder<unknown>,
  { size, after }: Wanted,
): RawBuilder<unknown> {
  const beyond = after
    ? sql`(score, at, id) < (${after.score}::int, ${after.at}::timestamptz, ${after.id}::uuid)`
    : sql`true`;
  return sql`with ${parts}, found as materialized (${found}),
    page as materialized (
      select * from found where ${beyond} order by score desc, at desc, id desc limit ${size + 1}
    )
    select counted.total, page.score, page.at, page.id, shown.*
    from (select count(*)::int as total from (select 1 from found limit ${MOST_COUNTED + 1}) first_of_them) counted
    left join page on true
    left join lateral (${shown}) shown on true
    order by page.score desc, page.at desc, page.id desc`;
}
