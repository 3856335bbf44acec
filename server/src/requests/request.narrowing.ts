import type { RawBuilder } from 'kysely';
import { ArgsType, Field, Float, ID } from 'type-graphql';
import { languageTag } from '../people/languages.ts';
import { sql } from '../platform/sql.ts';
import { Mode } from './request.kinds.ts';

/** What a list of requests is narrowed down to; each left out keeps everything. */
@ArgsType()
export class RequestNarrowing {
  @Field(() => ID, { nullable: true, description: 'Only those of this strand.' }) strandId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only those of this programme.' }) programmeId?:
    string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Only those that look for expertise with these words.',
  })
  expertise?: string | null;
  @Field(() => String, { nullable: true, description: 'Only those about this country, as ISO 3166 alpha-2.' })
  country?: string | null;
  @Field(() => String, { nullable: true, description: 'Only those that look for this language, as a tag.' })
  language?: string | null;
  @Field(() => Mode, { nullable: true, description: 'Only those whose work is done there.' })
  mode?: Mode | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Only those that ask each expert for at most so many hours.',
  })
  mostHours?: number | null;
}

/** SQL, after `requestsSeenBy` and with `reads.in_full`: what is left. Nothing is found by what the viewer may not read. */
export function narrowed(by: RequestNarrowing): RawBuilder<unknown> {
  return sql.join(
    [
      sql`true`,
      by.programmeId ? sql`r.programme_id::text = ${by.programmeId}` : null,
      by.strandId ? inStrand(by.strandId) : null,
      by.expertise?.trim() ? withExpertise(by.expertise) : null,
      by.language?.trim() ? withLanguage(by.language) : null,
      by.country?.trim() ? aboutCountry(by.country.trim().toUpperCase()) : null,
      by.mode ? sql`${isShown} and r.mode = ${by.mode}` : null,
      typeof by.mostHours === 'number' ? sql`${isShown} and r.effort_hours <= ${by.mostHours}` : null,
    ].filter((each) => each !== null),
    sql` and `,
  );
}

/** What others read of a request that only verified experts read in full is its title, programme and dates. */
const isShown = sql`(r.sensitivity = 'PUBLIC' or reads.in_full)`;

function inStrand(strandId: string): RawBuilder<unknown> {
  return sql`${isShown} and exists (select 1 from request_strand rs
    where rs.request_id = r.id and rs.strand_id::text = ${strandId})`;
}

/** All the words, in whatever order. Backslash and wildcards are letters here. */
function withExpertise(words: string): RawBuilder<unknown> {
  const likes = words
    .trim()
    .slice(0, 100)
    .split(/\s+/)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return hasCriterion(sql`k.kind = 'EXPERTISE' and k.value || ' ' || k.says ilike all(${likes}::text[])`);
}

/** Any French answers to a wish for French; `fr:reading` is French too. */
function withLanguage(wished: string): RawBuilder<unknown> {
  const tag = languageTag(wished) ?? '';
  return hasCriterion(
    sql`k.kind = 'LANGUAGE' and split_part(split_part(k.value, ':', 1), '-', 1) = ${tag.split('-')[0]}`,
  );
}

function aboutCountry(code: string): RawBuilder<unknown> {
  return sql`((${isShown} and r.country = ${code}) or ${hasCriterion(sql`k.kind = 'COUNTRY' and k.value = ${code}`)})`;
}

/** Criteria are read by those alone who read the request in full. */
function hasCriterion(which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(reads.in_full and exists (select 1 from criterion k where k.request_id = r.id and ${which}))`;
}
