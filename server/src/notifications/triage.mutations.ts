import {
  Arg,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  registerEnumType,
  Resolver,
} from 'type-graphql';
import { signedIn, type Context } from '../people/viewer.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload } from '../platform/payload.ts';
import { orRejected, ProblemCode, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import * as say from '../platform/say/generated/inbox.ts';
import { rows, sql } from '../platform/sql.ts';
import { InboxPayload, tellOfChanged, type Changed } from './notification.mutations.ts';
import { isThing, thingOf } from './thing.filter.ts';
import { inboxCounts } from './thing.rows.ts';
import { InboxCounts } from './thing.ts';

export enum Triage {
  READ = 'READ',
  DONE = 'DONE',
  BACK = 'BACK',
  SNOOZE = 'SNOOZE',
  MUTE = 'MUTE',
  UNMUTE = 'UNMUTE',
}
registerEnumType(Triage, {
  name: 'Triage',
  description: 'What to do with things of the inbox.',
  valuesConfig: {
    READ: { description: 'Have seen them: they no longer count as new.' },
    DONE: { description: 'Be done with them, until there is news of them.' },
    BACK: { description: 'Put them back among what waits.' },
    SNOOZE: { description: 'Put them out of sight until a moment.' },
    MUTE: { description: 'Hear no more of them, save invitations and offers.' },
    UNMUTE: { description: 'Hear of them again.' },
  },
});

@InputType({ description: 'Things of the inbox, and what to do with them.' })
export class TriageInboxInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => [ID], { description: 'Which of one’s own, up to 100.' }) things!: string[];
  @Field(() => Triage, { description: 'What to do with them.' }) act!: Triage;
  @Field(() => Date, { nullable: true, description: 'Until when, to snooze: within a year.' })
  until?: Date | null;
}

@keptPayload
@ObjectType({ description: 'The inbox, put in order.' })
export class TriageInboxPayload extends InboxPayload {
  @Field(() => InboxCounts, { description: 'How many things each part of the inbox now holds.' })
  counts(@Ctx() { em }: Context): Promise<InboxCounts> {
    return inboxCounts(em, this.ids.person);
  }
}

const TriageInboxResult = orRejected(TriageInboxPayload);

@Resolver()
export class TriageMutations {
  @Mutation(() => TriageInboxResult, {
    description: 'Puts things of one’s own inbox in order. Those that are not one’s own stay as they are.',
  })
  async triageInbox(
    @Arg('input', () => TriageInboxInput, { description: 'Which, and what to do.' }) input: TriageInboxInput,
    @Ctx() context: Context,
  ): Promise<TriageInboxPayload | Rejected> {
    const { id: me } = signedIn(context);
    const problems = problemsOf(whyTooMany(input.things), whyNotUntil(input, new Date()));
    if (problems.length > 0) return reject(...problems);
    const things = input.things.filter(isThing);
    if (input.act === Triage.MUTE) await mute(context, me, things);
    if (input.act === Triage.UNMUTE)
      await rows(
        context.em,
        sql`delete from mute where person_id = ${me} and thing = any(${things}::text[])`,
      );

    const changed = await rows<Changed>(
      context.em,
      sql`update notification n set ${changeOf(input)}, version = version + 1
      where n.person_id = ${me} and ${thingOf} = any(${things}::text[]) and ${touched(input.act)} returning id, version`,
    );
    tellOfChanged(context, me, changed);
    return new TriageInboxPayload({ person: me });
  }
}

const MOST = 100;
const LONGEST_MS = 366 * 86_400_000;

function whyTooMany(things: string[]): Problem | null {
  if (things.length === 0) return { code: ProblemCode.BLANK, field: 'things', message: say.tickOne() };
  return things.length > MOST
    ? { code: ProblemCode.TOO_MANY, field: 'things', message: say.atMostChosen({ most: MOST }) }
    : null;
}

/** Why this is no moment to snooze until, or null. */
export function whyNotUntil(
  { act, until }: Pick<TriageInboxInput, 'act' | 'until'>,
  now: Date,
): Problem | null {
  if (act !== Triage.SNOOZE) return null;
  const field = 'until';
  if (!until) return { code: ProblemCode.BLANK, field, message: say.untilWhen() };
  if (until <= now) return { code: ProblemCode.IN_THE_PAST, field, message: say.momentToCome() };
  return until.getTime() - now.getTime() > LONGEST_MS
    ? { code: ProblemCode.OUT_OF_RANGE, field, message: say.withinAYear() }
    : null;
}

/** What comes back after a while counts as new again, or nobody would see that it did. */
function changeOf({ act, until }: TriageInboxInput) {
  if (act === Triage.READ) return sql`read_at = now()`;
  if (act === Triage.DONE)
    return sql`done_at = now(), read_at = coalesce(read_at, now()), snoozed_until = null`;
  if (act === Triage.BACK) return sql`done_at = null, snoozed_until = null`;
  return act === Triage.SNOOZE
    ? sql`snoozed_until = ${until?.toISOString()}::timestamptz, read_at = null`
    : sql`snoozed_until = null`;
}

function touched(act: Triage) {
  if (act === Triage.READ)
    return sql`n.done_at is null and n.read_at is null and coalesce(n.snoozed_until <= now(), true)`;
  return act === Triage.BACK
    ? sql`(n.done_at is not null or n.snoozed_until is not null)`
    : sql`n.done_at is null`;
}

/** Only what one was told of can be muted, so that a made-up id finds nothing out. */
async function mute({ em }: Context, me: string, things: string[]): Promise<void> {
  await rows(
    em,
    sql`insert into mute (person_id, thing)
    select distinct ${me}::uuid, ${thingOf} from notification n
    where n.person_id = ${me} and ${thingOf} = any(${things}::text[]) on conflict do nothing`,
  );
}
