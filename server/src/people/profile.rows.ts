import type { RawBuilder } from 'kysely';
import { sql } from '../platform/sql.ts';

/** SQL: the lists that belong to person `p`, each as JSON in its order, or null when there is nothing in it. */

export const expertiseItems: RawBuilder<unknown> = sql`(
  select jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name, 'level', x.level, 'years', x.years,
    'lastUsed', x.last_used, 'evidence', x.evidence) order by x.position)
  from expertise x where x.person_id = p.id)`;

export const languageItems: RawBuilder<unknown> = sql`(
  select jsonb_agg(jsonb_build_object('tag', l.tag, 'speaking', l.speaking, 'reading', l.reading,
    'writing', l.writing) order by l.position)
  from language_skill l where l.person_id = p.id)`;

export const countryItems: RawBuilder<unknown> = sql`(
  select jsonb_agg(jsonb_build_object('country', c.country, 'role', c.role, 'months', c.months,
    'lastYear', c.last_year) order by c.position)
  from country_experience c where c.person_id = p.id)`;

export const windowItems: RawBuilder<unknown> = sql`(
  select jsonb_agg(jsonb_build_object('from', w.from_day, 'to', w.to_day) order by w.from_day, w.id)
  from availability_window w where w.person_id = p.id)`;
