import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { signedIn, type Context } from '../people/viewer.ts';
import { firstRow, sql } from '../platform/sql.ts';

@ObjectType({ description: 'What a new member does first.' })
export class FirstSteps {
  @Field(() => Boolean, { description: 'They said what they know.' }) expertise: boolean;
  @Field(() => Boolean, { description: 'They said when they can be asked.' }) availability: boolean;
  @Field(() => Boolean, { description: 'They belong to a strand.' }) strand: boolean;
}

@Resolver()
export class FirstStepsQueries {
  @Query(() => FirstSteps, { description: 'Which first steps the viewer has taken.' })
  async firstSteps(@Ctx() context: Context): Promise<FirstSteps> {
    const { id: me } = signedIn(context);
    const row = await firstRow<FirstSteps>(
      context.em,
      sql`select exists (select 1 from expertise where person_id = ${me}) as expertise,
        coalesce((select open_to_matching from profile where person_id = ${me}), false)
          and exists (select 1 from availability_window where person_id = ${me}) as availability,
        exists (select 1 from membership m join strand s on s.home_group_id = m.group_id
          where m.person_id = ${me} and m.state = 'ACTIVE') as strand`,
    );
    return row ?? { expertise: false, availability: false, strand: false };
  }
}
