import { Arg, Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { Rhythm, Topic } from '../notifications/topic.ts';
import type { Context } from '../people/viewer.ts';
import { closedDoor } from '../platform/errors.ts';
import { unsubscribing } from './unsubscribe.ts';

@ObjectType({ description: 'What the address at the end of a mail would stop.' })
export class Unsubscribe {
  @Field(() => Topic, {
    nullable: true,
    description: 'The topic; INVITATION stops all mail. Null for a digest.',
  })
  topic: Topic | null;
  @Field(() => Rhythm, { nullable: true, description: 'The digest, DAILY or WEEKLY. Null for a topic.' })
  digest: Rhythm | null;
  @Field(() => Boolean, { description: 'These mails are stopped already.' }) isOff: boolean;
}

@Resolver()
export class UnsubscribeQueries {
  @Query(() => Unsubscribe, {
    description:
      'What an address from a mail would stop, for whoever holds it. NOT_FOUND when we never sent it.',
  })
  async unsubscribe(
    @Arg('address', () => String, { description: 'The last part of the address.' }) address: string,
    @Ctx() { em }: Context,
  ): Promise<Unsubscribe> {
    const asked = await unsubscribing(em, address);
    if (!asked) return closedDoor();
    const digest = asked.ends === Rhythm.DAILY || asked.ends === Rhythm.WEEKLY ? asked.ends : null;
    return { digest, topic: digest ? null : (asked.ends as Topic), isOff: asked.isOff };
  }
}
