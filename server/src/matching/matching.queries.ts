import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../people/viewer.ts';
import { batch } from '../platform/batch.ts';
import { pageSize } from '../platform/connection.ts';
import { whyNotStaff } from '../requests/request.abilities.ts';
import type { RequestRow } from '../requests/request.policy.ts';
import { Request } from '../requests/request.ts';
import { coverageOf } from './coverage.ts';
import { expertsWithLoad, requestFacts } from './facts.ts';
import { passGates } from './gates.ts';
import { Coverage, Match, MatchList } from './match.ts';
import { shownMatch, shownMatches } from './match.rows.ts';
import { invitationOf, keyOf } from './invitation.queries.ts';
import { RULES_VERSION, whyNotHere } from './rank.ts';
import { everyone, rankingOf, today } from './ranking.ts';
import type { ExpertFacts, RequestFacts } from './shapes.ts';

const factsOf = batch<string, RequestFacts | null>((em, ids) => requestFacts(em, ids), null);

@Resolver(() => Request)
export class MatchingQueries {
  @FieldResolver(() => MatchList, {
    description:
      'Who matches it, best first. Empty for anybody but its programme’s staff without a conflict.',
  })
  async matches(
    @Root() row: RequestRow,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 100.' }) first: number,
    @Ctx() context: Context,
  ): Promise<MatchList> {
    const size = pageSize(first);
    const facts = whyNotStaff(row) ? null : await factsOf(context, row.id);
    if (!facts) return nobody();
    const all = await everyone(context);
    const { matches, gates } = rankingOf(facts, all);
    return {
      ...nobody(),
      matches: await shownMatches(context.em, row.id, matches.slice(0, size), all.loads),
      remaining: matches.length,
      considered: all.experts.length,
      fell: gates.fell,
    };
  }

  @FieldResolver(() => [String], {
    description: 'Why a person is not among the matches, or where they stand. For its programme’s staff.',
  })
  async whyNotHere(
    @Root() row: RequestRow,
    @Arg('personId', () => ID, { description: 'Whom you miss.' }) personId: string,
    @Ctx() context: Context,
  ): Promise<string[]> {
    const facts = whyNotStaff(row) ? null : await factsOf(context, row.id);
    if (!facts) return [];
    const { experts } = await everyone(context);
    return whyNotHere(facts, experts, personId, today()).says;
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
    description: 'How the viewer matches it themselves; null when they do not pass its gates.',
  })
  async myMatch(@Root() row: RequestRow, @Ctx() context: Context): Promise<Match | null> {
    const { viewer } = context;
    const facts = viewer && row.mayReadInFull ? await factsOf(context, row.id) : null;
    if (!facts || !viewer) return null;
    const all = await everyone(context);
    const me = all.experts.filter(({ id }) => id === viewer.id);
    const [match] = rankingOf(facts, { experts: me, index: all.index }).matches;
    if (!match) return null;
    const invitation = await invitationOf(context, keyOf(row.id, viewer.id));
    return shownMatch(match, viewer, invitation, all.loads.get(viewer.id));
  }

  @FieldResolver(() => [String], {
    description: 'Why the viewer does not pass its gates; empty when they do, and for visitors.',
  })
  async myGates(@Root() row: RequestRow, @Ctx() context: Context): Promise<string[]> {
    const { viewer } = context;
    const facts = viewer && row.mayReadInFull ? await factsOf(context, row.id) : null;
    if (!facts || !viewer) return [];
    const me = await expertOf(context, viewer.id);
    const gates = passGates(facts, me ? [me] : [], today());
    return gates.whyNot(viewer.id).map(({ says }) => says);
  }
}

const expertOf = batch<string, ExpertFacts | null>(async (em, ids) => {
  const { experts } = await expertsWithLoad(em, ids);
  return new Map(experts.map((expert) => [expert.id, expert]));
}, null);

function nobody(): MatchList {
  return { matches: [], remaining: 0, considered: 0, fell: [], rulesVersion: RULES_VERSION, at: new Date() };
}
