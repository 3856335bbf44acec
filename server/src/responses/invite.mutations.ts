import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { aliasesFor } from '../matching/alias.ts';
import { expertsWithLoad, requestFacts } from '../matching/facts.ts';
import { rankedFor } from '../matching/matches.ts';
import { whyNotHere } from '../matching/rank.ts';
import { everyone, rankingOf, today } from '../matching/ranking.ts';
import type { ExpertFacts, Match, RequestFacts } from '../matching/shapes.ts';
import { sightOf } from '../matching/sight.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { Uuid, isId } from '../platform/ids.ts';
import { ProblemCode, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import * as say from '../platform/say/generated/requests.ts';
import { whyNotInvite } from '../requests/request.abilities.ts';
import { lockRequest } from '../requests/request.policy.ts';
import { inviteesOf, whyNotInvitee, whyNotSoMany } from './invite.checks.ts';
import { inviteAll, runOf } from './inviting.ts';
import { InviteExpertsPayload, InviteExpertsResult } from './request.payloads.ts';
import { cleanInvitation, cleanNote } from './words.ts';

@InputType({ description: 'Whom staff ask to help with a request.' })
export class InviteExpertsInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The request.' }) requestId!: string;
  @Field(() => [ID], { defaultValue: [], description: 'Whom, by their ids; 1 to 20 people in all.' })
  personIds!: string[];
  @Field(() => [ID], {
    defaultValue: [],
    description: 'Whom, by the keys of their matches: so they can be asked blind.',
  })
  matchKeys!: string[];
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
    const { seed } = await sightOf(context, request.id);
    const { keyOf, personOf } = aliasesFor(seed, viewer.id);
    const byKey = input.matchKeys.map((key) => personOf(key) ?? key);
    const personIds = [...new Set([...input.personIds, ...byKey])].sort();
    const message = cleanInvitation(input.message);
    const override = cleanNote(input.overrideReason, 'overrideReason');
    const early = problemsOf(whyNotInvite(row), whyNotSoMany(personIds), message.problem, override.problem);
    if (early.length > 0) return reject(...early);

    const facts = (await requestFacts(em, [request.id])).get(request.id);
    if (!facts) throw new Error('An open request has no facts.');
    const asked = await standing(context, facts, personIds);
    const ranked = await rankedFor(context, request.id);
    const aliasOf = (key: string) => ranked?.aliasOf(key) ?? '';
    const invitees = await inviteesOf(em, row, personIds.filter(isId));
    const problems = problemsOf(
      invitees.length < personIds.length || asked.stood.size < personIds.length ? nobody() : null,
      ...invitees.map((each) => {
        // Whoever was chosen blind is refused by the name that was chosen.
        const called = byKey.includes(each.id)
          ? say.theExpert({ alias: aliasOf(keyOf(each.id)) })
          : each.displayName;
        return whyNotInvitee(each, called, asked.failures(each.id), override.text !== '');
      }),
    );
    if (problems.length > 0) return reject(...problems);

    const people = invitees.flatMap(({ id }) => {
      const stood = asked.stood.get(id);
      const overrideReason = asked.failures(id).length > 0 ? override.text : null;
      return stood ? [{ personId: id, stood, overrideReason }] : [];
    });
    await inviteAll(context, request, asked.run, people, message.text);
    return new InviteExpertsPayload({ request: request.id });
  }
}

function nobody(): Problem {
  return { code: ProblemCode.NOT_VALID, field: 'personIds', message: say.inviteGone() };
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
    const { match, failures } = known.has(id)
      ? whyNotHere(facts, all.experts, id, today(), all.weights, all.index)
      : whyNotHere(facts, crowd, id, today(), all.weights);
    if (!match) continue;
    stood.set(id, match);
    failed.set(id, failures);
  }
  const run = runOf(ranking, all, stood.keys());
  return { run, stood, failures: (id: string) => failed.get(id) ?? [] };
}
