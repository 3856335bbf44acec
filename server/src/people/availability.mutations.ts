import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import * as say from '../platform/say/generated/people.ts';
import { Uuid } from '../platform/ids.ts';
import { Day } from '../platform/instant.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, ProblemCode, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import { rows, sql } from '../platform/sql.ts';
import { AvailabilityWindow } from './availability-window.ts';
import { earliestToday, yearsFrom } from './days.ts';
import { tellOfProfile } from './person.events.ts';
import { lockOwnProfile, openPerson } from './person.policy.ts';
import type { ProfileRow } from './profile.rows.ts';
import { Profile } from './profile.ts';
import { notValid, whyOutOfRange, whyTooMany } from './profile.words.ts';
import type { Context } from './viewer.ts';

@InputType({ description: 'Days on which one can work, the first and the last included.' })
export class AvailabilityWindowInput {
  @Field(() => Day, { description: 'The first day.' }) from!: string;
  @Field(() => Day, { description: 'The last day.' }) to!: string;
}

@InputType({ description: 'When one can be asked, and for what.' })
export class EditAvailabilityInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => Int, { description: 'The version of the profile this was written against.' }) version!: number;
  @Field(() => [AvailabilityWindowInput], { description: 'Up to 20; they take the place of those before.' })
  windows!: AvailabilityWindowInput[];
  @Field(() => Int, { nullable: true, description: 'Hours a month, 0 to 200; null for not said.' })
  hoursAMonth?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The most engagements at once, 0 to 10; null for no cap.',
  })
  loadCap?: number | null;
  @Field(() => Day, { nullable: true, description: 'Not to be asked before this day.' })
  pausedUntil?: string | null;
  @Field(() => [String], { description: 'Codes of the kinds of work one offers.' })
  contributionTypes!: string[];
  @Field(() => Boolean, { description: 'Whether one may be matched to requests.' }) openToMatching!: boolean;
}

@keptPayload
@ObjectType({ description: 'The profile, written.' })
export class EditAvailabilityPayload extends Payload<'person'> {
  @Field(() => Profile, { description: 'As it now stands.' })
  profile(@Ctx() context: Context): Promise<ProfileRow> {
    return openPerson(context, this.ids.person);
  }
}

const EditAvailabilityResult = orRejected(EditAvailabilityPayload);

@Resolver()
export class AvailabilityMutations {
  @Mutation(() => EditAvailabilityResult, {
    description: 'Writes when one can be asked and for what, on one’s own profile.',
  })
  async editAvailability(
    @Arg('input', () => EditAvailabilityInput, { description: 'What to write.' })
    input: EditAvailabilityInput,
    @Ctx() context: Context,
  ): Promise<EditAvailabilityPayload | Rejected> {
    const { em } = context;
    const { person, profile, stale } = await lockOwnProfile(context, input.version);
    const contributionTypes = [...new Set(input.contributionTypes)];
    const problems = problemsOf(
      stale,
      ...whyNotTheseDays(input),
      whyOutOfRange(input.hoursAMonth, [0, 200], 'hoursAMonth', say.hoursAMonth()),
      whyOutOfRange(input.loadCap, [0, 10], 'loadCap', say.mostAtOnce()),
      await whyNotKinds(context, contributionTypes),
    );
    if (problems.length > 0) return reject(...problems);

    await em.nativeDelete(AvailabilityWindow, { person });
    const { hoursAMonth = null, loadCap = null, pausedUntil = null, openToMatching } = input;
    Object.assign(profile, { hoursAMonth, loadCap, pausedUntil, openToMatching, contributionTypes });
    profile.version += 1;
    em.persist([profile, ...input.windows.map((window) => new AvailabilityWindow(person, window))]);
    tellOfProfile(em, profile);
    return new EditAvailabilityPayload({ person: person.id });
  }
}

const YEARS_AHEAD = 10;

export function whyNotTheseDays(
  { windows, pausedUntil }: Pick<EditAvailabilityInput, 'windows' | 'pausedUntil'>,
  today: string = earliestToday(),
): Problem[] {
  const many = whyTooMany(windows, 'windows', say.windows());
  if (many) return [many];
  const found = windows.map(({ from, to }, at) => {
    if (from > to)
      return { code: ProblemCode.WRONG_ORDER, field: `windows.${at}.to`, message: say.endsBefore() };
    return whyNotDay(to, `windows.${at}.to`, today) ?? whyLongAgo(from, `windows.${at}.from`, today);
  });
  return problemsOf(...found, pausedUntil ? whyNotDay(pausedUntil, 'pausedUntil', today) : null);
}

/** Why somebody cannot be left in peace until this day: it has passed, or is too far away. */
export function whyNotDay(day: string, field: string, today: string = earliestToday()): Problem | null {
  if (day < today) return { code: ProblemCode.IN_THE_PAST, field, message: say.dayPassed() };
  return day <= yearsFrom(today, YEARS_AHEAD)
    ? null
    : {
        code: ProblemCode.OUT_OF_RANGE,
        field,
        message: say.withinNext({ count: YEARS_AHEAD }),
      };
}

function whyLongAgo(day: string, field: string, today: string): Problem | null {
  return day >= yearsFrom(today, -YEARS_AHEAD)
    ? null
    : {
        code: ProblemCode.OUT_OF_RANGE,
        field,
        message: say.withinLast({ count: YEARS_AHEAD }),
      };
}

const CODE = /^[A-Z0-9_]{1,40}$/;
const noSuchKind = () => notValid('contributionTypes', say.chooseKinds());

async function whyNotKinds({ em }: Context, codes: string[]): Promise<Problem | null> {
  if (!codes.every((code) => CODE.test(code))) return noSuchKind();
  const known = await rows(em, sql`select code from contribution_kind where code = any(${codes}::text[])`);
  return known.length === codes.length ? null : noSuchKind();
}
