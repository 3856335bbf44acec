import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import * as say from '../platform/say/generated/people.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, ProblemCode, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import { CountryExperience, type CountryFacts } from './country-experience.ts';
import { languageTag } from './languages.ts';
import { LanguageLevel, LanguageSkill, type LanguageFacts } from './language-skill.ts';
import { tellOfProfile } from './person.events.ts';
import { lockOwnProfile, openPerson } from './person.policy.ts';
import { countryCode } from './places.ts';
import type { ProfileRow } from './profile.rows.ts';
import { Profile } from './profile.ts';
import { notValid, optionalWords, whyOutOfRange, whyTooMany, whyTwice } from './profile.words.ts';
import type { Context } from './viewer.ts';

@InputType({ description: 'A language one knows. At least one skill is given.' })
export class LanguageSkillInput {
  @Field(() => String, { description: 'The language, as a BCP 47 tag.' }) tag!: string;
  @Field(() => LanguageLevel, { nullable: true, description: 'Speaking.' }) speaking?: LanguageLevel | null;
  @Field(() => LanguageLevel, { nullable: true, description: 'Reading.' }) reading?: LanguageLevel | null;
  @Field(() => LanguageLevel, { nullable: true, description: 'Writing.' }) writing?: LanguageLevel | null;
}

@InputType({ description: 'Time one has worked in a country.' })
export class CountryExperienceInput {
  @Field(() => String, { description: 'The country, as ISO 3166 alpha-2.' }) country!: string;
  @Field(() => String, { nullable: true, description: 'What one did there, up to 120 characters.' })
  role?: string | null;
  @Field(() => Int, { description: 'For how many months in all, 0 to 960.' }) months!: number;
  @Field(() => Int, { nullable: true, description: 'The last year one worked there.' }) lastYear?:
    number | null;
}

@InputType({ description: 'All languages and all countries, in the order in which they are shown.' })
export class EditLanguagesInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => Int, { description: 'The version of the profile this was written against.' }) version!: number;
  @Field(() => [LanguageSkillInput], { description: 'Up to 20; they take the place of those before.' })
  languages!: LanguageSkillInput[];
  @Field(() => [CountryExperienceInput], { description: 'Up to 20; they take the place of those before.' })
  countryExperience!: CountryExperienceInput[];
}

@keptPayload
@ObjectType({ description: 'The profile, written.' })
export class EditLanguagesPayload extends Payload<'person'> {
  @Field(() => Profile, { description: 'As it now stands.' })
  profile(@Ctx() context: Context): Promise<ProfileRow> {
    return openPerson(context, this.ids.person);
  }
}

const EditLanguagesResult = orRejected(EditLanguagesPayload);

@Resolver()
export class LanguagesMutations {
  @Mutation(() => EditLanguagesResult, {
    description: 'Writes which languages one knows and where one has worked, on one’s own profile.',
  })
  async editLanguages(
    @Arg('input', () => EditLanguagesInput, { description: 'What to write.' }) input: EditLanguagesInput,
    @Ctx() context: Context,
  ): Promise<EditLanguagesPayload | Rejected> {
    const { person, profile, stale } = await lockOwnProfile(context, input.version);
    const languages = readLanguages(input.languages);
    const countries = readCountries(input.countryExperience);
    const problems = problemsOf(stale, ...languages.problems, ...countries.problems);
    if (problems.length > 0) return reject(...problems);

    const { em } = context;
    await em.nativeDelete(LanguageSkill, { person });
    await em.nativeDelete(CountryExperience, { person });
    profile.version += 1;
    em.persist([
      profile,
      ...languages.facts.map((facts, at) => new LanguageSkill(person, at + 1, facts)),
      ...countries.facts.map((facts, at) => new CountryExperience(person, at + 1, facts)),
    ]);
    tellOfProfile(em, profile);
    return new EditLanguagesPayload({ person: person.id });
  }
}

function readLanguages(written: LanguageSkillInput[]): {
  facts: LanguageFacts[];
  problems: (Problem | null)[];
} {
  const many = whyTooMany(written, 'languages', say.languages());
  if (many) return { facts: [], problems: [many] };
  const facts = written.map(({ tag, speaking = null, reading = null, writing = null }) => ({
    tag: languageTag(tag) ?? '',
    speaking,
    reading,
    writing,
  }));
  const problems = facts.flatMap(({ tag, speaking, reading, writing }, at) => [
    tag ? null : notValid(`languages.${at}.tag`, say.chooseLanguage()),
    (speaking ?? reading ?? writing) ? null : noLevel(`languages.${at}.speaking`),
  ]);
  const twice = whyTwice(
    facts.map(({ tag }) => tag),
    (at) => `languages.${at}.tag`,
  );
  return { facts, problems: [...problems, ...twice] };
}

function noLevel(field: string): Problem {
  return { code: ProblemCode.BLANK, field, message: say.sayHowWell() };
}

function readCountries(
  written: CountryExperienceInput[],
  thisYear: number = new Date().getUTCFullYear(),
): { facts: CountryFacts[]; problems: (Problem | null)[] } {
  const many = whyTooMany(written, 'countryExperience', say.countries());
  if (many) return { facts: [], problems: [many] };
  const read = written.map((item, at) => {
    const field = (name: string) => `countryExperience.${at}.${name}`;
    const country = countryCode(item.country);
    const role = optionalWords(item.role, { max: 120, field: field('role'), label: say.whatYouDidThere() });
    const { months, lastYear = null } = item;
    return {
      facts: { country: country ?? '', role: role.text, months, lastYear },
      problems: [
        country ? null : notValid(field('country'), say.chooseCountry()),
        role.problem,
        whyOutOfRange(months, [0, 960], field('months'), say.theMonths()),
        whyOutOfRange(lastYear, [thisYear - 80, thisYear], field('lastYear'), say.theLastYear()),
      ],
    };
  });
  return { facts: read.map(({ facts }) => facts), problems: read.flatMap(({ problems }) => problems) };
}
