import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { closedDoor } from '../platform/errors.ts';
import { isId, Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, type Rejected } from '../platform/results.ts';
import { rows, sql } from '../platform/sql.ts';
import { tellOfEnded } from './person.events.ts';
import { signedIn, type Context } from './viewer.ts';

@InputType({ description: 'A device to sign out.' })
export class EndSessionInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'Which of one’s own sessions.' }) sessionId!: string;
}

@InputType({ description: 'All other devices, to sign out.' })
export class EndOtherSessionsInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
}

@keptPayload
@ObjectType({ description: 'Signed out there.' })
export class EndSessionPayload extends Payload<'session'> {
  @Field(() => ID, { description: 'The session that ended.' })
  sessionId(): string {
    return this.ids.session;
  }
}

@keptPayload
@ObjectType({ description: 'Signed out everywhere else.' })
export class EndOtherSessionsPayload extends Payload<'ended'> {
  @Field(() => Int, { description: 'How many sessions ended.' })
  ended(): number {
    return Number(this.ids.ended);
  }
}

const EndSessionResult = orRejected(EndSessionPayload);
const EndOtherSessionsResult = orRejected(EndOtherSessionsPayload);

@Resolver()
export class SessionMutations {
  @Mutation(() => EndSessionResult, {
    description: 'Signs one of one’s own devices out; what it has open closes at once.',
  })
  async endSession(
    @Arg('input', () => EndSessionInput, { description: 'Which.' }) { sessionId }: EndSessionInput,
    @Ctx() context: Context,
  ): Promise<EndSessionPayload | Rejected> {
    const { id } = signedIn(context);
    const ended = isId(sessionId)
      ? await rows<{ id: string }>(
          context.em,
          sql`delete from session where id = ${sessionId} and user_id = ${id} returning id`,
        )
      : [];
    if (ended.length === 0) return closedDoor();
    tellOfEnded(context.em, id, [sessionId]);
    return new EndSessionPayload({ session: sessionId });
  }

  @Mutation(() => EndOtherSessionsResult, {
    description: 'Signs all of one’s devices out but this one; what they have open closes at once.',
  })
  async endOtherSessions(
    @Arg('input', () => EndOtherSessionsInput, { description: 'Nothing but the id.' })
    _: EndOtherSessionsInput,
    @Ctx() context: Context,
  ): Promise<EndOtherSessionsPayload | Rejected> {
    const { id, sessionId } = signedIn(context);
    const ended = await rows<{ id: string }>(
      context.em,
      sql`delete from session where user_id = ${id} and id::text <> ${sessionId} returning id`,
    );
    tellOfEnded(
      context.em,
      id,
      ended.map((session) => session.id),
    );
    return new EndOtherSessionsPayload({ ended: String(ended.length) });
  }
}
