import type { RawBuilder } from 'kysely';
import { ArgsType, Field } from 'type-graphql';
import { badInput } from '../platform/errors.ts';
import { sql } from '../platform/sql.ts';
import { languageTag } from './languages.ts';
import { peopleVisibleTo } from './person.policy.ts';
import { fieldShownTo, type Onlooker } from './profile.policy.ts';
import { staffOnly, type Context } from './viewer.ts';
import { ProfileField } from './visibility.ts';

export interface PeopleSought {
  search?: string | null;
  profession?: string | null;
  country?: string | null;
  language?: string | null;
  contributionType?: string | null;
}

@ArgsType()
export class SoughtArgs implements PeopleSought {
  @Field(() => String, {
    nullable: true,
    description: 'Words that all stand in the name or in what the profile shows, up to 100 characters.',
  })
  search?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the profession.' }) profession?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Based in this country or with experience there, as ISO 3166 alpha-2.',
  })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'Knows this language or a variety of it, as BCP 47.' })
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'Offers this kind of work, by its code.' })
  contributionType?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'The suspended instead of the others. Staff only.',
  })
  suspended: boolean = false;
}

const SEARCH_MAX = 100;
const MOST_WORDS = 6;

/** SQL: person `p` with profile `r` is one the viewer may know of, and fits. */
export function peopleSought(context: Context, { suspended, ...sought }: SoughtArgs): RawBuilder<boolean> {
  if (suspended) staffOnly(context);
  if ((sought.search?.length ?? 0) > SEARCH_MAX) badInput(`Search for at most ${SEARCH_MAX} characters.`);
  const { viewer } = context;
  return sql`${peopleVisibleTo(viewer)} and p.waiting_since is null and p.suspended_at is ${suspended ? sql`not null` : sql`null`}
    and ${peopleFitting(viewer, sought)}`;
}

/** SQL: person `p` with profile `r` fits what is sought, as far as the onlooker may know. */
export function peopleFitting(onlooker: Onlooker, sought: PeopleSought): RawBuilder<boolean> {
  const shown = (field: ProfileField, holds: RawBuilder<unknown>) =>
    sql`(${fieldShownTo(onlooker, field)} and ${holds})`;
  const { profession, country, language, contributionType } = sought;
  const words = (sought.search ?? '').split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  const conditions = words.map((word) => says(shown, containing(word)));

  if (profession) {
    conditions.push(shown(ProfileField.PROFESSION, sql`r.profession ilike ${containing(profession.trim())}`));
  }
  if (country) {
    const code = storable(country).toUpperCase();
    const worked = sql`exists (select 1 from country_experience c where c.person_id = p.id and c.country = ${code})`;
    conditions.push(
      sql`(${shown(ProfileField.COUNTRY, sql`r.country = ${code}`)} or ${shown(ProfileField.COUNTRY_EXPERIENCE, worked)})`,
    );
  }
  if (language) {
    const tag = languageTag(language) ?? '';
    const known = sql`exists (select 1 from language_skill l
      where l.person_id = p.id and (l.tag = ${tag} or l.tag like ${`${tag}-%`}))`;
    conditions.push(shown(ProfileField.LANGUAGES, known));
  }
  if (contributionType) {
    conditions.push(
      shown(ProfileField.CONTRIBUTION_TYPES, sql`${storable(contributionType)} = any(r.contribution_types)`),
    );
  }
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}

/** A word stands in the name, or in a text of the profile that is shown. */
function says(
  shown: (field: ProfileField, holds: RawBuilder<unknown>) => RawBuilder<unknown>,
  pattern: string,
): RawBuilder<unknown> {
  const knows = sql`exists (select 1 from expertise x where x.person_id = p.id and x.name ilike ${pattern})`;
  return sql`(p.display_name ilike ${pattern}
    or ${shown(ProfileField.HEADLINE, sql`r.headline ilike ${pattern}`)}
    or ${shown(ProfileField.PROFESSION, sql`r.profession ilike ${pattern}`)}
    or ${shown(ProfileField.ORGANISATION, sql`r.organisation ilike ${pattern}`)}
    or ${shown(ProfileField.COUNTRY, sql`r.place ilike ${pattern}`)}
    or ${shown(ProfileField.SPECIALTIES, sql`array_to_string(r.specialties, ' ') ilike ${pattern}`)}
    or ${shown(ProfileField.EXPERTISE, knows)})`;
}

/** What people type means itself: `%` and `_` are no wildcards. */
function containing(text: string): string {
  return `%${storable(text).replace(/[\\%_]/g, '\\$&')}%`;
}

/** The database refuses zero bytes and broken characters even in a question. No text holds them, so nothing is lost. */
function storable(text: string): string {
  return text.replaceAll('\0', '\u{FFFD}').toWellFormed();
}
