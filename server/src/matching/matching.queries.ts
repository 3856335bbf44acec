import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../people/viewer.ts';
import { batch } from '../platform/batch.ts';
import { pageSize } from '../platform/connection.ts';
import { badInput } from '../platform/errors.ts';
import * as say from '../platform/say/generated/matching.ts';
import { rows, sql } from '../platform/sql.ts';
import { whyNotStaff } from '../requests/request.abilities.ts';
import type { RequestRow } from '../requests/request.policy.ts';
import { Request } from '../requests/request.ts';
import { aliasesFor } from './alias.ts';
import { coverageOf } from './coverage.ts';
import { expertsWithLoad } from './facts.ts';
import { passGates } from './gates.ts';
import { invitationOf, keyOf } from './invitation.queries.ts';
import { noteShown } from './match-list-shown.ts';
import { Coverage, MatchList, MatchPreview } from './match-list.ts';
import { shownMatch, shownMatches } from './match.rows.ts';
import { Match } from './match.ts';
import { countriesOf, factsOf, nudgesFor, rankedFor, versionsOf, within } from './matches.ts';
import { listed } from './newcomer.ts';
import { RULES_VERSION, whyNotHere } from './rank.ts';
import { everyone, rankingOf, today } from './ranking.ts';
import { Band } from './reason.ts';
import { relaxedOf } from './relaxed.ts';
import { said } from './said.ts';
import { sayingOf } from './sayings.ts';
import type { ExpertFacts } from './shapes.ts';
import { sightOf } from './sight.ts';

@ArgsType()
class MatchesArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many, 1 to 100.' }) first: number = 20;
  @Field(() => Band, { nullable: true, description: 'Only those of this band.' }) band?: Band | null;
  @Field(() => String, {
    nullable: true,
    description: 'Only those who live there, as ISO 3166 alpha-2. Blind, only where matches tell a country.',
  })
  country?: string | null;
}

const MOST_COMPARED = 3;

@Resolver(() => Request)
export class MatchingQueries {
  @FieldResolver(() => MatchList, {
    description:
      'Who matches it, best first. Empty for anybody but its programme’s staff without a conflict. Names are hidden from each of them until they reveal them.',
  })
  async matches(
    @Root() row: RequestRow,
    @Args(() => MatchesArgs) { first, band, country }: MatchesArgs,
    @Ctx() context: Context,
  ): Promise<MatchList> {
    const size = pageSize(first);
    const ranked = whyNotStaff(row) ? null : await rankedFor(context, row.id);
    if (!ranked) return nobody();
    const found = within(ranked, { band, country });
    const shown = listed(found, size);
    noteShown(context.em, shown, ranked);
    const { experts } = ranked.all;
    return {
      matches: await shownMatches(context.em, shown, ranked),
      found: found.length,
      remaining: ranked.gates.places.length,
      considered: experts.length,
      fell: ranked.gates.fell.map((gate) => said(gate)),
      relaxed: relaxedOf(ranked.request, ranked.gates),
      countries: countriesOf(ranked),
      nudges: nudgesFor(await invitedTo(context, row.id), experts),
      isBlind: ranked.sight.isBlind,
      rulesVersion: RULES_VERSION,
      ...versionsOf(ranked),
      at: new Date(),
    };
  }

  @FieldResolver(() => [Match], {
    description: 'Up to three matches, by their keys, to be compared. For its programme’s staff.',
  })
  async comparedMatches(
    @Root() row: RequestRow,
    @Arg('keys', () => [ID], { description: 'Which, up to three.' }) keys: string[],
    @Ctx() context: Context,
  ): Promise<Match[]> {
    if (keys.length > MOST_COMPARED) badInput(`Compare at most ${MOST_COMPARED} at a time.`);
    const ranked = whyNotStaff(row) ? null : await rankedFor(context, row.id);
    if (!ranked) return [];
    const { personOf } = aliasesFor(ranked.sight.seed, ranked.viewer.id);
    const asked = new Set(keys.map(personOf));
    const placed = ranked.placed.filter(({ expertId }) => asked.has(expertId));
    const shown = await shownMatches(context.em, placed, ranked);
    return [...new Set(keys)].flatMap((key) => shown.find((match) => match.key === key) ?? []);
  }

  @FieldResolver(() => [String], {
    description:
      'Why a person is not among the matches, or where they stand. For its programme’s staff. Blind, it does not tell which match they are.',
  })
  async whyNotHere(
    @Root() row: RequestRow,
    @Arg('personId', () => ID, { description: 'Whom you miss.' }) personId: string,
    @Ctx() context: Context,
  ): Promise<string[]> {
    const facts = whyNotStaff(row) ? null : await factsOf(context, row.id);
    if (!facts) return [];
    const { experts, index, weights } = await everyone(context);
    const { remarks, failures, match } = whyNotHere(facts, experts, personId, today(), weights, index);
    const { isBlind } = await sightOf(context, row.id);
    if (!isBlind || !match) return remarks.map((remark) => sayingOf(remark));
    return failures.length > 0 ? failures.map(({ remark }) => sayingOf(remark)) : [say.isHereHidden()];
  }

  @FieldResolver(() => MatchPreview, {
    nullable: true,
    description:
      'How many people it would find as it is written now. Null for anybody but its programme’s staff.',
  })
  async matchPreview(@Root() row: RequestRow, @Ctx() context: Context): Promise<MatchPreview | null> {
    const facts = whyNotStaff(row) ? null : await factsOf(context, row.id);
    if (!facts) return null;
    const { experts } = await everyone(context);
    const { places, fell } = passGates(facts, experts, today());
    return { remaining: places.length, considered: experts.length, fell: fell.map((gate) => said(gate)) };
  }

  @FieldResolver(() => [Coverage], {
    description: 'How many people meet each criterion. Empty for anybody but its programme’s staff.',
  })
  async coverage(@Root() row: RequestRow, @Ctx() context: Context): Promise<Coverage[]> {
    const facts = whyNotStaff(row) ? null : await factsOf(context, row.id);
    if (!facts) return [];
    const { experts } = await everyone(context);
    return coverageOf(facts, experts);
  }

  @FieldResolver(() => Match, {
    nullable: true,
    description: 'How the viewer matches it, said to them; null when they do not pass its gates.',
  })
  async myMatch(@Root() row: RequestRow, @Ctx() context: Context): Promise<Match | null> {
    const { viewer } = context;
    const request = viewer && row.mayReadInFull ? await factsOf(context, row.id) : null;
    if (!request || !viewer) return null;
    const all = await everyone(context);
    const [me] = all.experts.filter(({ id }) => id === viewer.id);
    const [match] = me ? rankingOf(request, { ...all, experts: [me] }).matches : [];
    if (!match || !me) return null;
    const invitation = await invitationOf(context, keyOf(row.id, viewer.id));
    return shownMatch(match, me, viewer, invitation, { request, all, sight: { isBlind: false } }, 'SELF');
  }

  @FieldResolver(() => [String], {
    description:
      'Why the viewer does not pass its gates, said to them; empty when they do, and for visitors.',
  })
  async myGates(@Root() row: RequestRow, @Ctx() context: Context): Promise<string[]> {
    const { viewer } = context;
    const facts = viewer && row.mayReadInFull ? await factsOf(context, row.id) : null;
    if (!facts || !viewer) return [];
    const me = await expertOf(context, viewer.id);
    const gates = passGates(facts, me ? [me] : [], today());
    return gates.whyNot(viewer.id).map(({ remark }) => sayingOf(remark, 'SELF'));
  }
}

const expertOf = batch<string, ExpertFacts | null>(async (em, ids) => {
  const { experts } = await expertsWithLoad(em, ids);
  return new Map(experts.map((expert) => [expert.id, expert]));
}, null);

async function invitedTo({ em }: Context, requestId: string): Promise<string[]> {
  const found = await rows<{ id: string }>(
    em,
    sql`select distinct person_id as id from invitation where request_id = ${requestId}`,
  );
  return found.map(({ id }) => id);
}

function nobody(): MatchList {
  const nothing = { matches: [], fell: [], relaxed: [], countries: [], nudges: [] };
  const counts = { remaining: 0, considered: 0, found: 0 };
  const versions = { rulesVersion: RULES_VERSION, indexVersion: null, weightsVersion: null };
  return { ...nothing, ...counts, isBlind: true, ...versions, at: new Date() };
}
