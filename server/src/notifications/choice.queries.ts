import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { signedIn, type Context } from '../people/viewer.ts';
import type { EntityManager } from '../platform/database.ts';
import { firstRow, sql } from '../platform/sql.ts';
import { choicesOf, isFixed, rhythmsOf, type Choice, type Pauses } from './choice.rules.ts';
import { Rhythm, Topic } from './topic.ts';

@ObjectType({ description: 'What a person hears of one topic, and how soon.' })
export class TopicChoiceView {
  @Field(() => Topic, { description: 'The topic.' }) topic: Topic;
  @Field(() => Boolean, { description: 'It is shown in the hub.' }) inHub: boolean;
  @Field(() => Rhythm, { description: 'How soon it is mailed.' }) mail: Rhythm;
  @Field(() => Boolean, { description: 'It cannot be changed: only pausing all mail ends it.' })
  isFixed: boolean;
  @Field(() => [Rhythm], { description: 'What may be chosen.' }) rhythms: Rhythm[];
}

@ObjectType({ description: 'What a person hears of, where and when.' })
export class NotificationChoices {
  @Field(() => [TopicChoiceView], { description: 'Every topic.' }) topics: TopicChoiceView[];
  @Field(() => String, { nullable: true, description: 'No mail from this time on their clock, as 22:00.' })
  quietFrom: string | null;
  @Field(() => String, { nullable: true, description: 'Until this time on their clock.' })
  quietTo: string | null;
  @Field(() => String, { description: 'Whose clock: their time zone.' }) timeZone: string;
  @Field(() => Boolean, { description: 'All mail is paused.' }) isPaused: boolean;
  @Field(() => Date, { nullable: true, description: 'Until when; without it until they say so.' })
  pausedUntil: Date | null;
}

@Resolver()
export class ChoiceQueries {
  @Query(() => NotificationChoices, { description: 'What the viewer hears of, where and when.' })
  async notificationChoices(@Ctx() context: Context): Promise<NotificationChoices> {
    return choicesFor(context.em, signedIn(context).id);
  }
}

interface ChoiceRow extends Pauses {
  chosen: Choice[];
}

/** What a person chose, and when they may be mailed; null for nobody. */
export function chosenBy(em: EntityManager, personId: string): Promise<ChoiceRow | null> {
  return firstRow<ChoiceRow>(
    em,
    sql`select p.time_zone as "timeZone", m.quiet_from as "quietFrom", m.quiet_to as "quietTo",
      coalesce(m.is_paused and coalesce(m.paused_until > now(), true), false) as "isPaused", m.paused_until as "pausedUntil",
      coalesce((select json_agg(json_build_object('topic', c.topic, 'inHub', c.in_hub, 'mail', c.mail))
        from topic_choice c where c.person_id = p.id), '[]') as chosen
    from person p left join mail_settings m on m.person_id = p.id where p.id = ${personId}`,
  );
}

export async function choicesFor(em: EntityManager, personId: string): Promise<NotificationChoices> {
  const row = await chosenBy(em, personId);
  if (!row) throw new Error('Nobody has this id.');
  const { chosen, ...pauses } = row;
  const topics = choicesOf(chosen).map((choice) => ({
    ...choice,
    isFixed: isFixed(choice.topic),
    rhythms: rhythmsOf(choice.topic),
  }));
  return { topics, ...pauses, pausedUntil: pauses.isPaused ? pauses.pausedUntil : null };
}
