import { Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { ProfileRow } from '../people/profile.rows.ts';
import { Profile } from '../people/profile.ts';
import type { Context } from '../people/viewer.ts';
import { expertsWithLoad } from './facts.ts';
import { confidenceIn, confidenceOf, indexExperts } from './topic.ts';

@ObjectType({ description: 'How sure matching can be of what it reads of a person, and what more would do.' })
export class EvidenceWorth {
  @Field(() => Int, { description: 'Parts of the profile with enough words to judge by.' }) pieces: number;
  @Field(() => Float, { description: 'From 0 with none towards 1 with many: n / (n + 1).' })
  confidence: number;
  @Field(() => Float, { description: 'The same with three more.' }) withThreeMore: number;
}

@Resolver(() => Profile)
export class EvidenceWorthQueries {
  @FieldResolver(() => EvidenceWorth, {
    nullable: true,
    description: 'How much of the profile matching can judge by. Told to its owner alone.',
  })
  async evidenceWorth(@Root() { id }: ProfileRow, @Ctx() context: Context): Promise<EvidenceWorth | null> {
    if (context.viewer?.id !== id) return null;
    const { experts } = await expertsWithLoad(context.em, [id]);
    const confidence = confidenceIn(indexExperts(experts), id);
    const pieces = Math.round(confidence / (1 - confidence));
    return { pieces, confidence, withThreeMore: confidenceOf(pieces + 3) };
  }
}
