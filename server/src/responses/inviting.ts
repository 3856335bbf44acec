import { tellOfInvitation } from '../matching/invitation.live.ts';
import { Invitation, type Stood } from '../matching/invitation.ts';
import { MatchRun } from '../matching/match-run.ts';
import { RULES_VERSION } from '../matching/rank.ts';
import type { Ranking } from '../matching/rank.ts';
import type { Everyone } from '../matching/ranking.ts';
import { Person } from '../people/person.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { tellPerson } from '../platform/inbox.ts';
import type { Request } from '../requests/request.ts';
import { responseMoved } from './response.events.ts';
import { keepResponse, moveResponse } from './response.moves.ts';
import { ResponseState } from './response.states.ts';
import { Response } from './response.ts';

const KEPT = 50;

/** Somebody who may be asked, as all checks have found, with how they stand. */
export interface Asked {
  personId: string;
  stood: Stood;
  /** Why they are asked although they fail a gate. */
  overrideReason: string | null;
}

export type RunFacts = Pick<MatchRun, 'rulesVersion' | 'weights' | 'considered' | 'shown'>;

/** The ranking that staff look at, as far as it is kept: its head, and everybody who is asked. */
export function runOf(
  { standings }: Pick<Ranking, 'standings'>,
  { experts, weights }: Pick<Everyone, 'experts' | 'weights'>,
  asked: Iterable<string>,
): RunFacts {
  const kept = new Set(asked);
  const shown = standings
    .map(({ expertId, band, score }, at) => ({ expertId, band, score, rank: at + 1 }))
    .filter(({ expertId, rank }) => rank <= KEPT || kept.has(expertId));
  return { rulesVersion: RULES_VERSION, weights, considered: experts.length, shown };
}

/** The one way in which people are invited: the invitation, the response that waits for them, and word of it. */
export async function inviteAll(
  context: Context,
  request: Request,
  facts: RunFacts,
  people: readonly Asked[],
  message: string,
): Promise<void> {
  const viewer = signedIn(context);
  const { em } = context;
  const run = new MatchRun(request, em.getReference(Person, viewer.id), facts);
  em.persist(run);
  for (const { personId, stood, overrideReason } of people) {
    const invitation = new Invitation(run, em.getReference(Person, personId), stood);
    invitation.message = message;
    invitation.overrideReason = overrideReason;
    em.persist(invitation);
    await waitFor(context, request, personId);
    tellOfInvitation(em, invitation);
    tellPerson(em, { personId, kind: 'INVITATION', actorId: viewer.id, requestId: request.id });
  }
}

/** Whoever once withdrew or was not chosen has a row already, and comes back in it. */
async function waitFor({ em }: Context, request: Request, personId: string): Promise<void> {
  const before = await em.findOne(Response, { request: request.id, person: personId });
  if (before) return moveResponse(em, before, ResponseState.INVITED);
  const response = new Response(request, em.getReference(Person, personId), ResponseState.INVITED);
  await keepResponse(em, response, responseMoved);
}
