import { requestFacts } from '../matching/facts.ts';
import { LOAD_COSTS } from '../matching/assignment.ts';
import { rankingWith } from '../matching/rank.ts';
import { everyone, today } from '../matching/ranking.ts';
import type { Context } from '../people/viewer.ts';
import * as say from '../platform/say/generated/plans.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import { whyNotInvite } from '../requests/request.abilities.ts';
import { lockRequest } from '../requests/request.policy.ts';
import { inviteesOf, whyNotInvitee } from '../responses/invite.checks.ts';
import { inviteAll, runOf } from '../responses/inviting.ts';
import type { PlanSeat } from './plan-seat.ts';

export interface Seat extends Pick<PlanSeat, 'id' | 'state'> {
  requestId: string;
  personId: string;
}

/**
 * Invites the people of these seats through the same checks as inviting by hand, and no gate is overridden. Answers with
 * why each could not be asked, or null. The sentences name nobody: others who read them may look blind.
 */
export async function inviteSeats(
  context: Context,
  requestId: string,
  seats: readonly Seat[],
  message: string,
): Promise<Map<string, string | null>> {
  const { em } = context;
  const { row, request } = await lockRequest(context, requestId);
  const refused = whyNotInvite(row);
  if (refused) return new Map(seats.map(({ id }) => [id, refused.message]));

  const facts = (await requestFacts(em, [requestId])).get(requestId);
  if (!facts) throw new Error('An open request has no facts.');
  const all = await everyone(context);
  // As the plan ranked: everybody, where the list that staff look at may end sooner.
  const ranking = rankingWith(facts, all.experts, { today: today(), index: all.index, weights: all.weights });
  const wanted = new Set(seats.map(({ personId }) => personId));
  const stood = new Map(
    ranking.standings
      .filter(({ expertId }) => wanted.has(expertId))
      .map((standing) => [standing.expertId, ranking.explain(standing)]),
  );
  const invitees = new Map((await inviteesOf(em, row, [...wanted])).map((each) => [each.id, each]));
  const answers = new Map<string, string | null>();
  const asked: string[] = [];
  for (const { id, personId } of seats) {
    const invitee = invitees.get(personId);
    const gone = !invitee || (!stood.has(personId) && ranking.gates.whyNot(personId).length === 0);
    const problem =
      invitee && whyNotInvitee(invitee, say.thisPerson(), ranking.gates.whyNot(personId), false);
    const whyNot = gone ? say.noLongerHere() : (problem?.message ?? (await whyNoRoom(context, personId)));
    answers.set(id, whyNot);
    if (whyNot === null) asked.push(personId);
  }
  const people = asked.flatMap((personId) => {
    const match = stood.get(personId);
    return match ? [{ personId, stood: match, overrideReason: null }] : [];
  });
  if (people.length > 0) await inviteAll(context, request, runOf(ranking, all, asked), people, message);
  return answers;
}

/** Holds the requests of these seats and then their people, each by id: the order in which everybody locks. */
export async function lockSeats({ em }: Context, seats: readonly Seat[]): Promise<void> {
  const requests = seats.map(({ requestId }) => requestId);
  const people = seats.map(({ personId }) => personId);
  await rows(em, sql`select id from request where id = any(${requests}::uuid[]) order by id for update`);
  await rows(em, sql`select id from person where id = any(${people}::uuid[]) order by id for no key update`);
}

/** What they carry and what waits for their answer, what was just sent too, against what they take at once. */
async function whyNoRoom({ em }: Context, personId: string): Promise<string | null> {
  await em.flush();
  const row = await firstRow<{ carried: number; cap: number | null }>(
    em,
    sql`select f.load_cap as cap, (select count(*)::int from workload w where w.person_id = p.id and w.ended_at is null)
        as carried
      from person p left join profile f on f.person_id = p.id where p.id = ${personId}`,
  );
  const cap = row?.cap ?? LOAD_COSTS.length;
  const carried = row?.carried ?? 0;
  return carried < cap ? null : say.noRoom({ cap, carried });
}
