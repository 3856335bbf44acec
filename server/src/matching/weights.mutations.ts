import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Person } from '../people/person.ts';
import { adminOnly, type Context } from '../people/viewer.ts';
import { audit, cleanReason } from '../platform/audit.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, ProblemCode, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import * as say from '../platform/say/generated/weights.ts';
import { rows, sql } from '../platform/sql.ts';
import type { Percents } from './percents.ts';
import { MatchingWeights, newestPercents } from './weights.ts';
import { openWeighing, Weighing } from './weights.queries.ts';

@InputType({
  description: 'How much each component of the score shall weigh, in whole percents that add up to 100.',
})
export class SetMatchingWeightsInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => Int, { description: 'The version this was made from; 0 where nobody has set any.' })
  version!: number;
  @Field(() => Int, {
    description:
      'What their profile says to the request, 1 to 100. Every request asks for it, so it is never 0.',
  })
  topic!: number;
  @Field(() => Int, { description: 'The desirable criteria they meet, 0 to 100.' }) preferred!: number;
  @Field(() => Int, { description: 'What they know of the country, 0 to 100.' }) country!: number;
  @Field(() => Int, { description: 'The kinds of work they offer, 0 to 100.' }) contribution!: number;
  @Field(() => Int, { description: 'The time they have, 0 to 100.' }) availability!: number;
  @Field(() => Int, { description: 'How little they carry and were asked, 0 to 100.' }) fairLoad!: number;
  @Field(() => String, { description: 'Why, for the record: up to 600 characters.' }) reason!: string;
}

@keptPayload
@ObjectType({ description: 'Set: whatever is ranked from now on is ranked by it.' })
export class SetMatchingWeightsPayload extends Payload<never> {
  @Field(() => Weighing, { description: 'As they now stand.' })
  matchingWeights(@Ctx() context: Context): Promise<Weighing> {
    return openWeighing(context);
  }
}

const SetMatchingWeightsResult = orRejected(SetMatchingWeightsPayload);
const NONE = {} as Record<never, string>;

@Resolver()
export class WeightsMutations {
  @Mutation(() => SetMatchingWeightsResult, {
    description: 'An admin sets how much each component of the score weighs. The record says who and why.',
  })
  async setMatchingWeights(
    @Arg('input', () => SetMatchingWeightsInput, { description: 'How much, and why.' })
    input: SetMatchingWeightsInput,
    @Ctx() context: Context,
  ): Promise<SetMatchingWeightsPayload | Rejected> {
    const { id: actorId } = adminOnly(context);
    const { em } = context;
    // One admin at a time, or two sets would have one number.
    await rows(em, sql`select pg_advisory_xact_lock(hashtext('matching_weights'))`);
    const before = await newestPercents(em);
    const why = cleanReason(input.reason, true);
    const problems = problemsOf(
      before.version === input.version ? null : stale(),
      ...whyNotWeigh(input),
      why.problem,
    );
    if (problems.length > 0) return reject(...problems);

    const version = before.version + 1;
    const percents = percentsOf(input);
    em.persist(new MatchingWeights(version, percents, em.getReference(Person, actorId), why.text));
    const deed = { actorId, verb: 'setMatchingWeights', target: `weights:${version}`, reason: why.text };
    audit(em, { ...deed, before: before.percents, after: percents });
    return new SetMatchingWeightsPayload(NONE);
  }
}

const PARTS = ['topic', 'preferred', 'country', 'contribution', 'availability', 'fairLoad'] as const;

/** Each in its box; what they make together is only said when each is right by itself. */
function whyNotWeigh(input: SetMatchingWeightsInput): Problem[] {
  const wrong = PARTS.filter((part) => input[part] < leastOf(part) || input[part] > 100).map((field) => ({
    code: ProblemCode.OUT_OF_RANGE,
    field,
    message: say.outOfRange({ least: leastOf(field), most: 100 }),
  }));
  const sum = PARTS.reduce((total, part) => total + input[part], 0);
  if (wrong.length > 0 || sum === 100) return wrong;
  return [{ code: ProblemCode.NOT_VALID, field: 'topic', message: say.notHundred({ sum }) }];
}

/** A request may ask for nothing but its topic, and then something must weigh. */
function leastOf(part: (typeof PARTS)[number]): number {
  return part === 'topic' ? 1 : 0;
}

function percentsOf(input: SetMatchingWeightsInput): Percents {
  const { topic, preferred, country, contribution, availability, fairLoad } = input;
  return {
    ...{ TOPIC: topic, PREFERRED: preferred, COUNTRY: country },
    ...{ CONTRIBUTION: contribution, AVAILABILITY: availability, FAIR_LOAD: fairLoad },
  };
}

const stale = (): Problem => ({ code: ProblemCode.STALE, field: 'version', message: say.setAnew() });
