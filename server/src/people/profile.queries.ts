import { Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { rows, sql } from '../platform/sql.ts';
import { AvailabilityWindow, type WindowFacts } from './availability-window.ts';
import { ContributionKind } from './contribution-kind.ts';
import { CountryExperience, type CountryFacts } from './country-experience.ts';
import { Expertise } from './expertise.ts';
import { languageName } from './languages.ts';
import { LanguageSkill, type LanguageFacts } from './language-skill.ts';
import { whyNotChangeRole, whyNotEditProfile, whyNotSuspend, whyNotVerify } from './person.policy.ts';
import type { PersonRow } from './person.queries.ts';
import { Person } from './person.ts';
import { countryName } from './places.ts';
import { profileTasks, ProfileTask } from './profile.completeness.ts';
import type { ProfileRow } from './profile.rows.ts';
import { Profile } from './profile.ts';
import type { Context } from './viewer.ts';
import { DEFAULT_VISIBILITY, FieldVisibility, ProfileField } from './visibility.ts';

@ObjectType({ description: 'What the viewer may do with a person and their profile.' })
export class ProfileAbilities {
  @Field(() => Boolean, { description: 'Write the profile.' }) edit: boolean;
  @Field(() => Boolean, { description: 'Verify them, or take it back.' }) verify: boolean;
  @Field(() => Boolean, { description: 'Change their role.' }) changeRole: boolean;
  @Field(() => Boolean, { description: 'Suspend them, or let them back.' }) suspend: boolean;
}

@Resolver(() => Profile)
export class ProfileQueries {
  @Query(() => [ContributionKind], {
    description: 'The kinds of work people offer, in their order; those no longer offered too.',
  })
  contributionTypes(@Ctx() { em }: Context): Promise<ContributionKind[]> {
    return rows(
      em,
      sql`select code, name, archived_at as "archivedAt", version from contribution_kind order by position, code`,
    );
  }

  @FieldResolver(() => Person, { description: 'Whose it is.' })
  person(@Root() row: ProfileRow): PersonRow {
    return row;
  }

  @FieldResolver(() => [Expertise], { nullable: true, description: 'What they know.' })
  expertise(@Root() row: ProfileRow): ProfileRow['expertise'] {
    return row.expertise;
  }

  @FieldResolver(() => [LanguageSkill], { nullable: true, description: 'The languages they know.' })
  languages(@Root() row: ProfileRow): LanguageFacts[] | null {
    return row.languages;
  }

  @FieldResolver(() => [CountryExperience], { nullable: true, description: 'Where they have worked.' })
  countryExperience(@Root() row: ProfileRow): CountryFacts[] | null {
    return row.countryExperience;
  }

  @FieldResolver(() => [AvailabilityWindow], {
    nullable: true,
    description: 'When they can work, from now on.',
  })
  availability(@Root() row: ProfileRow): WindowFacts[] | null {
    return row.availability;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The address they sign in with. Told to them and staff.',
  })
  email(@Root() row: ProfileRow): string | null {
    return row.email;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Their time zone. Told to them, to staff, and to whoever may see their country.',
  })
  timeZone(@Root() row: ProfileRow): string | null {
    return row.timeZone;
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'An admin shut them out for now. Told to them and staff.',
  })
  isSuspended(@Root() row: ProfileRow): boolean | null {
    return row.isSuspended;
  }

  @FieldResolver(() => [FieldVisibility], {
    nullable: true,
    description: 'Who sees which part. Told to the owner alone.',
  })
  fieldVisibility(@Root() { visibility }: ProfileRow): FieldVisibility[] | null {
    if (!visibility) return null;
    const fields = Object.values(ProfileField);
    return fields.map((field) => ({ field, visibility: visibility[field] ?? DEFAULT_VISIBILITY }));
  }

  @FieldResolver(() => [ProfileTask], {
    description: 'What makes a profile complete, and what of it is done. None for others than its owner.',
  })
  completeness(@Root() row: ProfileRow): ProfileTask[] {
    return row.visibility ? profileTasks(row) : [];
  }

  @FieldResolver(() => ProfileAbilities, { description: 'What the viewer may do.' })
  viewerCan(@Root() row: ProfileRow, @Ctx() { viewer }: Context): ProfileAbilities {
    return {
      edit: whyNotEditProfile(viewer, row) === null,
      verify: whyNotVerify(viewer, row) === null,
      changeRole: whyNotChangeRole(viewer, row) === null,
      suspend: whyNotSuspend(viewer, row) === null,
    };
  }
}

@Resolver(() => LanguageSkill)
export class LanguageSkillQueries {
  @FieldResolver(() => String, { description: 'Its name in English.' })
  name(@Root() { tag }: LanguageFacts): string {
    return languageName(tag);
  }
}

@Resolver(() => CountryExperience)
export class CountryExperienceQueries {
  @FieldResolver(() => String, { description: 'Its name in English.' })
  name(@Root() { country }: CountryFacts): string {
    return countryName(country);
  }
}
