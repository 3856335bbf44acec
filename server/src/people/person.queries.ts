import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Person } from './person.ts';
import type { Context } from './viewer.ts';

/** A person as rows of other answers carry them. */
export interface PersonRow {
  id: string;
  handle: string;
  displayName: string;
  role: Person['role'];
  isVerified: boolean;
}

@Resolver(() => Person)
export class PersonQueries {
  @Query(() => Person, { nullable: true, description: 'Who is signed in; null for visitors.' })
  viewer(@Ctx() { viewer }: Context): PersonRow | null {
    return viewer;
  }

  @FieldResolver(() => Boolean, {
    description: 'Staff checked that they are the professional they say they are.',
  })
  isVerified(@Root() row: PersonRow): boolean {
    return row.isVerified;
  }
}
