import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import * as say from '../platform/say/generated/people.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, problemsOf, reject, Rejected } from '../platform/results.ts';
import { tellOfProfile } from './person.events.ts';
import { lockOwnProfile, openPerson } from './person.policy.ts';
import { countryCode, timeZoneName } from './places.ts';
import type { ProfileRow } from './profile.rows.ts';
import { Profile } from './profile.ts';
import { notValid, optionalWords } from './profile.words.ts';
import type { Context } from './viewer.ts';

@InputType({ description: 'Who one is and where. Blank takes a text out.' })
export class EditAboutInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => Int, { description: 'The version of the profile this was written against.' }) version!: number;

  @Field(() => String, { nullable: true, description: 'What one does, in one line of up to 120 characters.' })
  headline?: string | null;

  @Field(() => String, { nullable: true, description: 'About oneself: plain text, up to 4,000 characters.' })
  about?: string | null;

  @Field(() => String, { nullable: true, description: 'Profession, up to 80 characters.' })
  profession?: string | null;

  @Field(() => String, { nullable: true, description: 'Where one works, up to 120 characters.' })
  organisation?: string | null;

  @Field(() => String, { nullable: true, description: 'Country one is based in, as ISO 3166 alpha-2.' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'Town or region, up to 80 characters.' })
  place?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Time zone, such as Africa/Kampala; left as it is if not given.',
  })
  timeZone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The body one is registered with, up to 120 characters; left as it is if not given.',
  })
  regulator?: string | null;
}

@keptPayload
@ObjectType({ description: 'The profile, written.' })
export class EditAboutPayload extends Payload<'person'> {
  @Field(() => Profile, { description: 'As it now stands.' })
  profile(@Ctx() context: Context): Promise<ProfileRow> {
    return openPerson(context, this.ids.person);
  }
}

const EditAboutResult = orRejected(EditAboutPayload);

@Resolver()
export class AboutMutations {
  @Mutation(() => EditAboutResult, { description: 'Writes who one is and where, on one’s own profile.' })
  async editAbout(
    @Arg('input', () => EditAboutInput, { description: 'What to write.' }) input: EditAboutInput,
    @Ctx() context: Context,
  ): Promise<EditAboutPayload | Rejected> {
    const { person, profile, stale } = await lockOwnProfile(context, input.version);
    const { words, problems } = readAbout(input);
    const country = input.country?.trim() ? countryCode(input.country) : null;
    const timeZone = input.timeZone?.trim() ? timeZoneName(input.timeZone) : person.timeZone;
    const everything = problemsOf(
      stale,
      ...problems,
      input.country?.trim() && !country ? notValid('country', say.chooseCountry()) : null,
      timeZone ? null : notValid('timeZone', say.chooseTimeZone()),
    );
    if (everything.length > 0) return reject(...everything);

    const { regulator, ...texts } = words;
    Object.assign(profile, { ...texts, country });
    if (input.regulator !== undefined) profile.registerWith(regulator);
    person.timeZone = timeZone ?? person.timeZone;
    profile.version += 1;
    context.em.persist(profile);
    tellOfProfile(context.em, profile);
    return new EditAboutPayload({ person: person.id });
  }
}

function readAbout(input: EditAboutInput) {
  const headline = optionalWords(input.headline, { max: 120, field: 'headline', label: say.yourHeadline() });
  const about = optionalWords(input.about, {
    max: 4_000,
    field: 'about',
    label: say.textAboutYou(),
    multiline: true,
  });
  const profession = optionalWords(input.profession, {
    max: 80,
    field: 'profession',
    label: say.yourProfession(),
  });
  const organisation = optionalWords(input.organisation, {
    max: 120,
    field: 'organisation',
    label: say.yourOrganisation(),
  });
  const place = optionalWords(input.place, { max: 80, field: 'place', label: say.yourPlace() });
  const regulator = optionalWords(input.regulator, {
    max: 120,
    field: 'regulator',
    label: say.yourRegulator(),
  });
  const problems = [headline, about, profession, organisation, place, regulator].map(
    ({ problem }) => problem,
  );
  const words = {
    headline: headline.text,
    about: about.text,
    profession: profession.text,
    organisation: organisation.text,
    place: place.text,
    regulator: regulator.text,
  };
  return { words, problems };
}
