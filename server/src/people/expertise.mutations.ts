import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import * as say from '../platform/say/generated/people.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import { publicWords } from '../platform/words.ts';
import { Expertise, ExpertiseLevel, type ExpertiseFacts } from './expertise.ts';
import { tellOfProfile } from './person.events.ts';
import { lockOwnProfile, openPerson } from './person.policy.ts';
import type { ProfileRow } from './profile.rows.ts';
import { Profile } from './profile.ts';
import { optionalWords, whyOutOfRange, whyTooMany, whyTwice } from './profile.words.ts';
import type { Context } from './viewer.ts';

@InputType({ description: 'One thing a person knows.' })
export class ExpertiseItemInput {
  @Field(() => String, { description: 'What, up to 80 characters.' }) name!: string;
  @Field(() => ExpertiseLevel, { description: 'How well.' }) level!: ExpertiseLevel;
  @Field(() => Int, { nullable: true, description: 'For how many years, 0 to 80.' }) years?: number | null;
  @Field(() => Int, { nullable: true, description: 'The year it was last used.' }) lastUsed?: number | null;
  @Field(() => String, { nullable: true, description: 'What one did with it, up to 600 characters.' })
  evidence?: string | null;
}

@InputType({ description: 'All that one knows, in the order in which it is shown.' })
export class EditExpertiseInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => Int, { description: 'The version of the profile this was written against.' }) version!: number;
  @Field(() => [ExpertiseItemInput], { description: 'Up to 20 things; they take the place of those before.' })
  items!: ExpertiseItemInput[];
  @Field(() => [String], {
    description: 'Up to 20 specialties of up to 60 characters; blank ones are left out.',
  })
  specialties!: string[];
}

@keptPayload
@ObjectType({ description: 'The profile, written.' })
export class EditExpertisePayload extends Payload<'person'> {
  @Field(() => Profile, { description: 'As it now stands.' })
  profile(@Ctx() context: Context): Promise<ProfileRow> {
    return openPerson(context, this.ids.person);
  }
}

const EditExpertiseResult = orRejected(EditExpertisePayload);

@Resolver()
export class ExpertiseMutations {
  @Mutation(() => EditExpertiseResult, { description: 'Writes what one knows, on one’s own profile.' })
  async editExpertise(
    @Arg('input', () => EditExpertiseInput, { description: 'What to write.' }) input: EditExpertiseInput,
    @Ctx() context: Context,
  ): Promise<EditExpertisePayload | Rejected> {
    const { person, profile, stale } = await lockOwnProfile(context, input.version);
    const items = readItems(input.items);
    const specialties = readSpecialties(input.specialties);
    const problems = problemsOf(stale, ...items.problems, ...specialties.problems);
    if (problems.length > 0) return reject(...problems);

    await context.em.nativeDelete(Expertise, { person });
    profile.specialties = specialties.texts;
    profile.version += 1;
    context.em.persist([profile, ...items.facts.map((facts, at) => new Expertise(person, at + 1, facts))]);
    tellOfProfile(context.em, profile);
    return new EditExpertisePayload({ person: person.id });
  }
}

export function readItems(
  items: ExpertiseItemInput[],
  thisYear: number = new Date().getUTCFullYear(),
): { facts: ExpertiseFacts[]; problems: (Problem | null)[] } {
  const many = whyTooMany(items, 'items', say.areasOfExpertise());
  if (many) return { facts: [], problems: [many] };

  const read = items.map((item, at) => {
    const name = publicWords(item.name, { max: 80, field: `items.${at}.name`, label: say.whatYouKnow() });
    const evidence = optionalWords(item.evidence, {
      max: 600,
      multiline: true,
      field: `items.${at}.evidence`,
      label: say.whatYouDid(),
    });
    const { level, years = null, lastUsed = null } = item;
    return {
      facts: { name: name.text, level, years, lastUsed, evidence: evidence.text },
      problems: [
        name.problem,
        evidence.problem,
        whyOutOfRange(years, [0, 80], `items.${at}.years`, say.theYears()),
        whyOutOfRange(lastUsed, [thisYear - 80, thisYear], `items.${at}.lastUsed`, say.yearLastUsed()),
      ],
    };
  });
  const facts = read.map((each) => each.facts);
  const twice = whyTwice(
    facts.map(({ name }) => name),
    (at) => `items.${at}.name`,
  );
  return { facts, problems: [...read.flatMap(({ problems }) => problems), ...twice] };
}

function readSpecialties(written: string[]): { texts: string[]; problems: (Problem | null)[] } {
  const many = whyTooMany(written, 'specialties', say.specialties());
  if (many) return { texts: [], problems: [many] };
  const read = written.map((text, at) =>
    optionalWords(text, { max: 60, field: `specialties.${at}`, label: say.theSpecialty() }),
  );
  const twice = whyTwice(
    read.map(({ text }) => text ?? ''),
    (at) => `specialties.${at}`,
  );
  return {
    texts: read.flatMap(({ text }) => text ?? []),
    problems: [...read.map(({ problem }) => problem), ...twice],
  };
}
