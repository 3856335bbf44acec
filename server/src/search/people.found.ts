import { peopleVisibleTo } from '../people/person.policy.ts';
import { peopleFitting } from '../people/person.search.ts';
import { fieldShownTo } from '../people/profile.policy.ts';
import { profileRows, type ProfileRow } from '../people/profile.rows.ts';
import { viewerId } from '../people/viewer.ts';
import { ProfileField } from '../people/visibility.ts';
import { sql } from '../platform/sql.ts';
import { groupsReadableBy } from '../strands/group.policy.ts';
import { counted, findable, hits, scoreOf, WEIGHT, type FoundRow, type Source } from './found.ts';
import { HitKind } from './hit.ts';
import { marked, placesIn, snippetOf } from './marks.ts';
import { isNamed } from './strand.filter.ts';

type PersonFound = FoundRow & { person: ProfileRow };

/** The same words as in the index `profile_search`, and then each text by itself, as far as it is shown. */
const IN_PROFILE = sql`coalesce(r.headline, '') || ' ' || coalesce(r.profession, '') || ' ' ||
  coalesce(r.organisation, '') || ' ' || coalesce(r.place, '') || ' ' || search_list(r.specialties)`;
const TEXTS = [
  [ProfileField.HEADLINE, sql`coalesce(r.headline, '')`],
  [ProfileField.PROFESSION, sql`coalesce(r.profession, '')`],
  [ProfileField.ORGANISATION, sql`coalesce(r.organisation, '')`],
  [ProfileField.COUNTRY, sql`coalesce(r.place, '')`],
  [ProfileField.SPECIALTIES, sql`search_list(r.specialties)`],
] as const;

/** People by name, and by each part of their profile that this viewer is shown. */
export const peopleFound = findable<PersonFound>(
  HitKind.PERSON,
  (context, asked, page) => {
    const { viewer } = context;
    const seen = sql`(p.suspended_at is null and ${peopleVisibleTo(viewer)})`;
    const shownIn = (field: ProfileField) => fieldShownTo(viewer, field);
    const person: Omit<Source, 'where' | 'weight'> = {
      id: sql`p.id`,
      from: sql`person p left join profile r on r.person_id = p.id`,
    };
    const sources: Source[] = [
      {
        ...person,
        where: (holds) => sql`${holds(sql`p.display_name`)} and ${seen}`,
        weight: WEIGHT.named,
        isShort: true,
      },
      {
        ...person,
        where: (holds) =>
          sql`${holds(IN_PROFILE)} and ${seen} and (${sql.join(
            TEXTS.map(([field, text]) => sql`${shownIn(field)} and ${holds(text)}`),
            sql` or `,
          )})`,
        weight: WEIGHT.said,
        isShort: true,
      },
      {
        ...person,
        where: (holds) =>
          sql`${holds(sql`coalesce(r.about, '')`)} and ${shownIn(ProfileField.ABOUT)} and ${seen}`,
        weight: WEIGHT.said,
      },
      {
        id: sql`p.id`,
        from: sql`expertise x join person p on p.id = x.person_id left join profile r on r.person_id = p.id`,
        where: (holds) => sql`${holds(sql`x.name`)} and ${shownIn(ProfileField.EXPERTISE)} and ${seen}`,
        weight: WEIGHT.said,
        isShort: true,
      },
    ];
    const everything = sql`select p.id, 0 as bit, 0 as weight, null::int as number from person p`;
    const inStrand = asked.strand
      ? sql`exists (select 1 from strand t join "group" g on g.id = t.home_group_id
          join membership k on k.group_id = g.id and k.person_id = p.id and k.state = 'ACTIVE'
          where ${isNamed(asked.strand)} and ${groupsReadableBy(viewerId(context))})`
      : sql`true`;
    const inCountry = asked.country === null ? sql`true` : peopleFitting(viewer, { country: asked.country });
    const found = sql`select p.id, p.created_at as at, ${scoreOf(asked)} as score
      from whole w join person p on p.id = w.id left join profile r on r.person_id = p.id
      where ${seen} and ${inStrand} and ${asked.country === '' ? sql`false` : inCountry}`;
    const shown = sql`select row_to_json(one) as person
      from (${profileRows(viewer)} where p.id = page.id) one`;
    return counted(hits(asked, everything, sources), found, shown, page);
  },

  ({ person }, { terms }) => {
    const { headline, about, profession, organisation, specialties, expertise, place } = person;
    const texts = [
      headline,
      expertise?.map(({ name }) => name).join(', '),
      specialties?.join(', '),
      [organisation, place].filter(Boolean).join(', '),
      about,
    ].filter((text): text is string => Boolean(text));
    const telling = texts.find((text) => placesIn(text, terms).length > 0) ?? texts[0] ?? '';
    return {
      href: `/people/${person.handle}`,
      title: marked(person.displayName, terms),
      snippet: snippetOf(telling, terms),
      where: profession,
    };
  },
);
