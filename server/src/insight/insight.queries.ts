import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { isAdmin, staffOnly, type Context } from '../people/viewer.ts';

@ObjectType({ description: 'How the whole is doing, in figures. Each is counted when it is asked for.' })
export class Insight {
  @Field(() => Date, { description: 'When it was counted.' }) at: Date;
  @Field(() => Boolean, {
    description: 'Nothing is held back. For everybody but admins, numbers of people from 1 to 4 are null.',
  })
  isWhole: boolean;
}

@Resolver()
export class InsightQueries {
  @Query(() => Insight, { description: 'Figures for staff. NOT_FOUND for everybody else.' })
  insight(@Ctx() context: Context): Insight {
    return { at: new Date(), isWhole: isAdmin(staffOnly(context)) };
  }
}

/** Fewer people than this might be known by a number. */
export const FEWEST = 5;

/** A number of people as it is told: so few that they might be known stay unsaid, and none is none. */
export function told(people: number, { isWhole }: Pick<Insight, 'isWhole'>): number | null {
  return isWhole || people === 0 || people >= FEWEST ? people : null;
}
