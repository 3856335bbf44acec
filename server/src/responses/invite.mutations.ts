import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { DEFAULT_WEIGHTS } from '../matching/components.ts';
import { expertsWithLoad, requestFacts } from '../matching/facts.ts';
import { tellOfInvitation } from '../matching/invitation.live.ts';
import { Invitation } from '../matching/invitation.ts';
import { MatchRun } from '../matching/match-run.ts';
import { RULES_VERSION, whyNotHere } from '../matching/rank.ts';
import { everyone, rankingOf, today } from '../matching/ranking.ts';
import type { ExpertFacts, Match, RequestFacts } from '../matching/shapes.ts';
import { Person } from '../people/person.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { Uuid, isId } from '../platform/ids.ts';
import { tellPerson } from '../platform/inbox.ts';
import { ProblemCode, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import { whyNotInvite } from '../requests/request.abilities.ts';
import { lockRequest } from '../requests/request.policy.ts';
import type { Request } from '../requests/request.ts';
import { inviteesOf, whyNotInvitee, whyNotSoMany } from './invite.checks.ts';
import { InviteExpertsPayload, InviteExpertsResult } from './request.payloads.ts';
import { responseMoved } from './response.events.ts';
import { keepResponse, moveResponse } from './response.moves.ts';
import { ResponseState } from './response.states.ts';
import { Response } from './response.ts';
import { cleanInvitation, cleanNote } from './words.ts';

const KEPT = 50;

@InputType({ description: 'Whom staff ask to help with a request.' })
export class InviteExpertsInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The request.' }) requestId!: string;
  @Field(() => [ID], { description: 'Whom, 1 to 20 people.' }) personIds!: string[];
  @Field(() => String, { defaultValue: '', description: 'A word to them, up to 1,000 characters.' })
  message!: string;
  @Field(() => String, {
    defaultValue: '',
    description: 'Why people who do not pass a gate are asked all the same, up to 500 characters.',
  })
  overrideReason!: string;
}

@Resolver()
export class InviteMutations {
  @Mutation(() => InviteExpertsResult, {
    description: 'Asks matched people to help. The invitation keeps how they stood on this day.',
  })
  async inviteExperts(
    @Arg('input', () => InviteExpertsInput, { description: 'Whom.' }) input: InviteExpertsInput,
    @Ctx() context: Context,
  ): Promise<InviteExpertsPayload | Rejected> {
    const viewer = signedIn(context);
    const { em } = context;
    const { row, request } = await lockRequest(context, input.requestId);
    const personIds = [...new Set(input.personIds)].sort();
    const message = cleanInvitation(input.message);
    const override = cleanNote(input.overrideReason, 'overrideReason');
    const early = problemsOf(whyNotInvite(row), whyNotSoMany(personIds), message.problem, override.problem);
    if (early.length > 0) return reject(...early);

    const facts = (await requestFacts(em, [request.id])).get(request.id);
    if (!facts) throw new Error('An open request has no facts.');
    const asked = await standing(context, facts, personIds);
    const invitees = await inviteesOf(em, row, personIds.filter(isId));
    const problems = problemsOf(
      invitees.length < personIds.length || asked.stood.size < personIds.length ? NOBODY : null,
      ...invitees.map((each) => whyNotInvitee(each, asked.failures(each.id), override.text !== '')),
    );
    if (problems.length > 0) return reject(...problems);

    const run = new MatchRun(request, em.getReference(Person, viewer.id), asked.run);
    em.persist(run);
    for (const { id } of invitees) {
      const stood = asked.stood.get(id);
      if (!stood) continue;
      const invitation = new Invitation(run, em.getReference(Person, id), stood);
      invitation.message = message.text;
      if (asked.failures(id).length > 0) invitation.overrideReason = override.text;
      em.persist(invitation);
      await invite(context, request, id);
      tellOfInvitation(em, invitation);
      tellPerson(em, { personId: id, kind: 'INVITATION', actorId: viewer.id, requestId: request.id });
    }
    return new InviteExpertsPayload({ request: request.id });
  }
}

const NOBODY: Problem = {
  code: ProblemCode.NOT_VALID,
  field: 'personIds',
  message: 'One of these people is no longer here. Open the matches again.',
};

/** Whoever once withdrew or was not chosen has a row already, and comes back in it. */
async function invite({ em }: Context, request: Request, personId: string): Promise<void> {
  const before = await em.findOne(Response, { request: request.id, person: personId });
  if (before) return moveResponse(em, before, ResponseState.INVITED);
  const response = new Response(request, em.getReference(Person, personId), ResponseState.INVITED);
  await keepResponse(em, response, responseMoved);
}

/** How these people stand today, with the ranking that staff look at. */
async function standing(context: Context, facts: RequestFacts, personIds: readonly string[]) {
  const all = await everyone(context);
  const ranking = rankingOf(facts, all);
  const wanted = personIds.filter(isId);
  const known = new Set(all.experts.map(({ id }) => id));
  const others = wanted.filter((id) => !known.has(id));
  const more = others.length > 0 ? (await expertsWithLoad(context.em, others)).experts : [];
  const crowd: ExpertFacts[] = [...all.experts, ...more];
  const stood = new Map<string, Match>();
  const failed = new Map<string, ReturnType<typeof whyNotHere>['failures']>();
  for (const id of wanted) {
    const { match, failures } = whyNotHere(facts, crowd, id, today());
    if (!match) continue;
    stood.set(id, match);
    failed.set(id, failures);
  }
  const shown = ranking.matches
    .map(({ expertId, band, score }, at) => ({ expertId, band, score, rank: at + 1 }))
    .filter(({ expertId, rank }) => rank <= KEPT || stood.has(expertId));
  const run = {
    rulesVersion: RULES_VERSION,
    weights: DEFAULT_WEIGHTS,
    considered: all.experts.length,
    shown,
  };
  return { run, stood, failures: (id: string) => failed.get(id) ?? [] };
}
