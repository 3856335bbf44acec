import type { PersonRow } from '../people/person.queries.ts';
import type { Viewer } from '../people/viewer.ts';
import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';
import { blindly } from './blind.ts';
import { latestInvitations, toldBlind, type InvitationRow } from './invitation.queries.ts';
import type { LastActive, Match } from './match.ts';
import type { Everyone } from './ranking.ts';
import { saidMatch } from './said.ts';
import type { ExpertFacts, Match as Ranked, RequestFacts } from './shapes.ts';
import type { Sight } from './sight.ts';
import type { Standing } from './standing.ts';
import type { Voice } from './voice.ts';

/** A ranked person with their place. */
export type Placed = Standing & { rank: number; isNewcomer?: boolean };

export interface Scene {
  request: RequestFacts;
  all: Everyone;
  sight: Sight;
  viewer: Viewer;
  keyOf(personId: string): string;
  aliasOf(key: string): string;
  explain(standing: Standing): Ranked;
}

/** Ranked people as they are shown: who they are, how lately here and how they were invited, in two statements. */
export async function shownMatches(
  em: EntityManager,
  placed: readonly Placed[],
  scene: Scene,
): Promise<Match[]> {
  if (placed.length === 0) return [];
  const { request, keyOf, aliasOf, explain } = scene;
  const people = await peopleOf(
    em,
    placed.map(({ expertId }) => expertId),
  );
  const invitations = await latestInvitations(em, [request.id]);
  const invited = new Map(invitations.map((invitation) => [invitation.person?.id, invitation]));
  return placed.flatMap((match) => {
    const person = people.get(match.expertId);
    if (!person) return [];
    const key = keyOf(match.expertId);
    const seen = { key, alias: aliasOf(key), lastActive: person.lastActive };
    const invitation = invited.get(match.expertId) ?? null;
    return [
      {
        ...shownMatch(explain(match), match.expert, person, invitation, scene),
        ...seen,
        rank: match.rank,
        isNewcomer: match.isNewcomer ?? false,
      },
    ];
  });
}

/** One ranked person; blind, without anything that tells who it is. */
export function shownMatch(
  ranked: Ranked,
  expert: ExpertFacts,
  person: PersonRow,
  invitation: InvitationRow | null,
  { request, all, sight: { isBlind } }: Pick<Scene, 'request' | 'all'> & { sight: Pick<Sight, 'isBlind'> },
  voice: Voice = 'STAFF',
): Match {
  const said = saidMatch(ranked, voice);
  const { band, score, components, reasons, gaps, criteria, confidence } = isBlind
    ? blindly(said, request, expert)
    : said;
  const load = all.loads.get(expert.id);
  const shown = {
    personId: expert.id,
    requestId: request.id,
    rank: null,
    isNewcomer: false,
    key: '',
    alias: '',
    expert: isBlind ? null : person,
    country: tellsCountry(request, isBlind) ? expert.baseCountry : null,
    band,
    score,
    components,
    reasons,
    gaps,
    criteria: criteria.map(({ id, met, why }) => ({ criterionId: id, met, why })),
    confidence,
    invitation: invitation && isBlind ? toldBlind(invitation) : invitation,
    openInvitations: load?.openInvitations ?? 0,
    load: expert.load,
    loadCap: expert.loadCap,
    asksLastYear: expert.asksLastYear,
    lastActive: 'LONGER',
  };
  // The engine's plain words are the names of the schema's enums.
  return shown as Match;
}

/** Blind, where somebody lives is told only when the request asks for a country. */
export function tellsCountry({ criteria }: RequestFacts, isBlind: boolean): boolean {
  return !isBlind || criteria.some(({ kind }) => kind === 'COUNTRY');
}

type Known = PersonRow & { lastActive: LastActive };

async function peopleOf(em: EntityManager, ids: string[]): Promise<Map<string, Known>> {
  const found = await rows<Known>(
    em,
    sql`
    select p.id, p.handle, p.display_name as "displayName", p.role, p.verified_at is not null as "isVerified",
      case when here.at > now() - interval '7 days' then 'WEEK' when here.at > now() - interval '30 days' then 'MONTH'
        when here.at > now() - interval '90 days' then 'QUARTER' else 'LONGER' end as "lastActive"
    from person p cross join lateral (select greatest(
      (select max(s.updated_at) from session s where s.user_id = p.id),
      (select max(m.at) from read_mark m where m.person_id = p.id)) as at) here
    where p.id = any(${ids}::uuid[])`,
  );
  return new Map(found.map((row) => [row.id, row]));
}
