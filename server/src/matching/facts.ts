import { expertFacts } from '../people/expert-facts.ts';
import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';
import type { ExpertFacts, RequestFacts } from './shapes.ts';
import { loadsOf, type Load } from './workload.ts';

/** Everyone who can be matched, or these people, each with what they carry: two statements. */
export async function expertsWithLoad(
  em: EntityManager,
  ids: readonly string[] | 'all' = 'all',
): Promise<{ experts: ExpertFacts[]; loads: Map<string, Load> }> {
  const profiles = await expertFacts(em, ids);
  const loads = await loadsOf(em, ids);
  const experts = profiles.map((profile): ExpertFacts => {
    const { load, asksLastYear, lastEngagedAt } = loads.get(profile.id) ?? NOTHING;
    return { ...profile, load, asksLastYear, lastEngagedAt };
  });
  return { experts, loads };
}

const NOTHING: Load = { load: 0, openInvitations: 0, carried: 0, asksLastYear: 0, lastEngagedAt: null };

/** Requests as the engine knows them, in one statement. Whoever asks has opened them before. */
export async function requestFacts(
  em: EntityManager,
  ids: readonly string[],
): Promise<Map<string, RequestFacts>> {
  const found = await rows<RequestFacts>(
    em,
    sql`
    select r.id, r.owner_id as "ownerId", r.title, r.problem, r.desired_outcome as "desiredOutcome",
      to_json(r.contribution_types) as "contributionTypes", r.mode, r.country, r.effort_hours as "effortHours",
      r.people_needed as "peopleNeeded", to_char(r.closes_at at time zone 'UTC', 'YYYY-MM-DD') as "closesAt",
      r.needed_by::text as "neededBy",
      coalesce((select json_agg(json_build_object('id', c.id, 'importance', c.importance, 'kind', c.kind, 'value', c.value,
        'level', c.level, 'says', c.says) order by c.position) from criterion c where c.request_id = r.id), '[]') as criteria,
      coalesce((select json_agg(json_build_object('id', x.person_id, 'why', x.why) order by x.person_id)
        from exclusion x where x.request_id = r.id), '[]') as "excludedIds"
    from request r where r.id = any(${ids}::uuid[])`,
  );
  return new Map(found.map((row) => [row.id, row]));
}
