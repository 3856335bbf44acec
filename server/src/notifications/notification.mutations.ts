import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { signedIn, type Context } from '../people/viewer.ts';
import { announce } from '../platform/announce.ts';
import { isId, Uuid } from '../platform/ids.ts';
import { notificationChanged } from '../platform/inbox.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, ProblemCode, reject, Rejected } from '../platform/results.ts';
import * as say from '../platform/say/generated/inbox.ts';
import { rows, sql } from '../platform/sql.ts';
import { inTab, thingOf } from './thing.filter.ts';
import { thingRows, unreadOf } from './thing.rows.ts';
import { InboxTab } from './thing.ts';

const MOST = 100;

@InputType({ description: 'Notifications to mark.' })
export class MarkNotificationsInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => [ID], { description: 'Which of one’s own, up to 100.' }) ids!: string[];
  @Field(() => Boolean, { description: 'True: done with. False: read, and back among the open ones.' })
  done!: boolean;
}

@InputType({ description: 'Everything open in the inbox is done with.' })
export class MarkAllDoneInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => InboxTab, { nullable: true, description: 'Only what this tab shows.' })
  tab?: InboxTab | null;
}

@ObjectType({ description: 'An inbox that was changed.' })
export class InboxPayload extends Payload<'person'> {
  @Field(() => Int, { description: 'How many things in the inbox hold something not read.' })
  unreadInbox(@Ctx() { em }: Context): Promise<number> {
    return unreadOf(em, this.ids.person);
  }
}

@keptPayload
@ObjectType({ description: 'The notifications, marked.' })
export class MarkNotificationsPayload extends InboxPayload {}

@keptPayload
@ObjectType({ description: 'The inbox, done with.' })
export class MarkAllDonePayload extends InboxPayload {}

const MarkNotificationsResult = orRejected(MarkNotificationsPayload);
const MarkAllDoneResult = orRejected(MarkAllDonePayload);

@Resolver()
export class NotificationMutations {
  @Mutation(() => MarkNotificationsResult, {
    description:
      'Marks one’s own notifications as read, or done with. Those that are not one’s own stay as they are.',
  })
  async markNotifications(
    @Arg('input', () => MarkNotificationsInput, { description: 'Which, and as what.' })
    { ids, done }: MarkNotificationsInput,
    @Ctx() context: Context,
  ): Promise<MarkNotificationsPayload | Rejected> {
    const { id: me } = signedIn(context);
    if (ids.length > MOST) {
      return reject({ code: ProblemCode.TOO_MANY, field: 'ids', message: say.atMostMarked({ most: MOST }) });
    }
    const changed = await rows<Changed>(
      context.em,
      sql`
      update notification set read_at = coalesce(read_at, now()), done_at = ${done ? sql`coalesce(done_at, now())` : sql`null`},
        version = version + 1
      where person_id = ${me} and id = any(${ids.filter(isId)}::uuid[])
        and (read_at is null or (done_at is not null) <> ${done}) returning id, version`,
    );
    tellOfChanged(context, me, changed);
    return new MarkNotificationsPayload({ person: me });
  }

  @Mutation(() => MarkAllDoneResult, { description: 'Is done with everything open in one’s own inbox.' })
  async markAllDone(
    @Arg('input', () => MarkAllDoneInput, { description: 'Of which tab.' }) { tab }: MarkAllDoneInput,
    @Ctx() context: Context,
  ): Promise<MarkAllDonePayload | Rejected> {
    const { id: me } = signedIn(context);
    const changed = await rows<Changed>(
      context.em,
      sql`
      update notification n set read_at = coalesce(read_at, now()), done_at = now(), version = version + 1
      where n.person_id = ${me} and n.done_at is null and ${tab ? ofTab(me, tab) : sql`true`} returning id, version`,
    );
    tellOfChanged(context, me, changed);
    return new MarkAllDonePayload({ person: me });
  }
}

export interface Changed {
  id: string;
  version: number;
}

/** SQL: notification `n` is of a thing that this tab shows. */
function ofTab(me: string, tab: InboxTab) {
  return sql`${inTab(me, tab)} and ${thingOf} in (select id from (${thingRows(me, tab)}) things)`;
}

export function tellOfChanged({ em }: Context, me: string, changed: Changed[]): void {
  for (const { id, version } of changed) {
    announce(em, {
      stream: `person:${me}`,
      kind: notificationChanged,
      subjectId: id,
      subjectVersion: version,
    });
  }
}
