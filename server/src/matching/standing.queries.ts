import { Arg, Ctx, Field, FieldResolver, Float, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../people/viewer.ts';
import { whyNotStaff } from '../requests/request.abilities.ts';
import type { RequestRow } from '../requests/request.policy.ts';
import { Request } from '../requests/request.ts';
import { MatchComponent } from './match.ts';
import { factsOf, MOST_SHOWN, rankedFor } from './matches.ts';
import { listed } from './newcomer.ts';
import { whyNotHere } from './rank.ts';
import { everyone, today } from './ranking.ts';
import { Band } from './reason.ts';
import { said } from './said.ts';
import { sightOf } from './sight.ts';

@ObjectType({ description: 'Where somebody stands for a request, or would stand did they pass its gates.' })
export class Standing {
  @Field(() => Int, { description: 'Their place.' }) rank: number;
  @Field(() => Band, { description: 'Their band.' }) band: keyof typeof Band;
  @Field(() => Float, { description: 'Their score.' }) score: number;
  @Field(() => Float, {
    nullable: true,
    description: 'The score of the last of those shown; null when they are among them or nobody is shown.',
  })
  lastShown: number | null;
  @Field(() => [MatchComponent], { description: 'What their score is made of.' })
  components: MatchComponent[];
}

@Resolver(() => Request)
export class StandingQueries {
  @FieldResolver(() => Standing, {
    nullable: true,
    description:
      'The arithmetic behind where a person stands. Null for anybody but its programme’s staff, and for those who look blind: it would tell which match they are.',
  })
  async standing(
    @Root() row: RequestRow,
    @Arg('personId', () => ID, { description: 'Whom you miss.' }) personId: string,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many matches are shown, at most 100.' })
    first: number,
    @Ctx() context: Context,
  ): Promise<Standing | null> {
    const facts = whyNotStaff(row) ? null : await factsOf(context, row.id);
    if (!facts || (await sightOf(context, row.id)).isBlind) return null;
    const all = await everyone(context);
    const { rank, match } = whyNotHere(facts, all.experts, personId, today(), all.weights, all.index);
    if (rank === null || !match) return null;
    const ranked = await rankedFor(context, row.id);
    const shown = listed(ranked?.placed ?? [], Math.min(Math.max(1, first), MOST_SHOWN));
    // A newcomer stands ahead of their place, so their score is not what had to be reached.
    const last = shown.findLast(({ isNewcomer }) => !isNewcomer);
    const isShown = shown.some(({ expertId }) => expertId === personId);
    const { band, score } = match;
    const components = match.components.map((each) => said(each));
    return { rank, band, score, components, lastShown: isShown ? null : (last?.score ?? null) };
  }
}
