import { randomBytes } from 'node:crypto';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { signedIn, type Context } from '../people/viewer.ts';
import type { EntityManager } from '../platform/database.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, ProblemCode, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import * as say from '../platform/say/generated/inbox.ts';
import { rows, sql } from '../platform/sql.ts';
import { choicesFor, NotificationChoices } from './choice.queries.ts';
import { clockTime, isFixed, rhythmsOf } from './choice.rules.ts';
import { tellOfChoices } from './notification.live.ts';
import { Rhythm, Topic } from './topic.ts';

@InputType({ description: 'What to hear of one topic.' })
export class TopicChoiceInput {
  @Field(() => Topic, { description: 'The topic.' }) topic!: Topic;
  @Field(() => Boolean, { description: 'Show it in the hub.' }) inHub!: boolean;
  @Field(() => Rhythm, { description: 'How soon to mail it.' }) mail!: Rhythm;
}

@InputType({ description: 'What to hear of, where and when.' })
export class ChooseNotificationsInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => [TopicChoiceInput], { description: 'The topics to change; the others stay.' })
  topics!: TopicChoiceInput[];
  @Field(() => String, {
    nullable: true,
    description: 'No mail from this time on, as 22:00. Blank for none.',
  })
  quietFrom?: string | null;
  @Field(() => String, { nullable: true, description: 'Until this time, as 07:00. Blank for none.' })
  quietTo?: string | null;
  @Field(() => Boolean, { description: 'Pause all mail.' }) isPaused!: boolean;
  @Field(() => Date, { nullable: true, description: 'Until when; without it until told otherwise.' })
  pausedUntil?: Date | null;
}

@keptPayload
@ObjectType({ description: 'What is heard of, chosen.' })
export class ChooseNotificationsPayload extends Payload<'person'> {
  @Field(() => NotificationChoices, { description: 'As it now stands.' })
  choices(@Ctx() { em }: Context): Promise<NotificationChoices> {
    return choicesFor(em, this.ids.person);
  }
}

const ChooseNotificationsResult = orRejected(ChooseNotificationsPayload);

@Resolver()
export class ChoiceMutations {
  @Mutation(() => ChooseNotificationsResult, {
    description:
      'Chooses what one hears of, where and when. Invitations are mailed unless all mail is paused.',
  })
  async chooseNotifications(
    @Arg('input', () => ChooseNotificationsInput, { description: 'The choices.' })
    input: ChooseNotificationsInput,
    @Ctx() { em, ...context }: Context,
  ): Promise<ChooseNotificationsPayload | Rejected> {
    const { id: me } = signedIn({ em, ...context });
    const quiet = quietHours(input);
    const problems = problemsOf(...quiet.problems, whyNotPause(input), ...input.topics.map(whyNotRhythm));
    if (problems.length > 0) return reject(...problems);
    await saveTopics(em, me, input.topics);
    await withSettings(em, me);
    const until = input.isPaused ? (input.pausedUntil?.toISOString() ?? null) : null;
    const [settings] = await rows<{ version: number }>(
      em,
      sql`update mail_settings set version = version + 1, quiet_from = ${quiet.from}, quiet_to = ${quiet.to}, is_paused = ${input.isPaused},
        paused_until = ${until}::timestamptz where person_id = ${me} returning version`,
    );
    if (settings) tellOfChoices(em, me, settings.version);
    return new ChooseNotificationsPayload({ person: me });
  }
}

/** Makes sure the person has settings, with the token that ends their mails. */
export async function withSettings(em: EntityManager, personId: string): Promise<void> {
  const token = randomBytes(24).toString('base64url');
  await rows(
    em,
    sql`insert into mail_settings (person_id, token) values (${personId}, ${token}) on conflict (person_id) do nothing`,
  );
}

async function saveTopics(em: EntityManager, me: string, topics: TopicChoiceInput[]): Promise<void> {
  const latest = new Map(topics.map((choice) => [choice.topic, choice]));
  const table = JSON.stringify([...latest.values()].filter(({ topic }) => !isFixed(topic)));
  await rows(
    em,
    sql`insert into topic_choice (person_id, topic, in_hub, mail)
    select ${me}::uuid, n.topic, n."inHub", n.mail
    from jsonb_to_recordset(${table}::jsonb) as n(topic text, "inHub" boolean, mail text)
    on conflict (person_id, topic) do update set in_hub = excluded.in_hub, mail = excluded.mail`,
  );
}

function whyNotRhythm({ topic, mail }: TopicChoiceInput): Problem | null {
  if (isFixed(topic) || rhythmsOf(topic).includes(mail)) return null;
  const message = say.onlyTogether();
  return { code: ProblemCode.NOT_VALID, field: `mail.${topic}`, message };
}

function whyNotPause({ isPaused, pausedUntil }: ChooseNotificationsInput): Problem | null {
  if (!isPaused || !pausedUntil || pausedUntil > new Date()) return null;
  const message = say.dayToCome();
  return { code: ProblemCode.IN_THE_PAST, field: 'pausedUntil', message };
}

/** Both or none: half of it would mean nothing. */
function quietHours({ quietFrom, quietTo }: ChooseNotificationsInput) {
  const [from, to] = [read('quietFrom', quietFrom), read('quietTo', quietTo)];
  const problems = [from.problem, to.problem];
  const missing =
    from.time && !quietTo?.trim() ? 'quietTo' : to.time && !quietFrom?.trim() ? 'quietFrom' : null;
  if (missing) {
    const message = say.bothTimes();
    problems.push({ code: ProblemCode.BLANK, field: missing, message });
  }
  return { from: from.time, to: to.time, problems };
}

function read(field: string, written?: string | null): { time: string | null; problem: Problem | null } {
  if (!written?.trim()) return { time: null, problem: null };
  const time = clockTime(written);
  const message = say.asATime();
  return { time, problem: time ? null : { code: ProblemCode.NOT_VALID, field, message } };
}
