import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { tellOfPerson, tellOfRights } from '../people/person.events.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { audit } from '../platform/audit.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, problemsOf, reject, type Rejected } from '../platform/results.ts';
import { whyNotLeave, whyNotSure } from './erase.policy.ts';
import { forget, leaveGroups, lockOpen, removeReplies, withdrawResponses } from './leaving.ts';

@InputType({ description: 'Leaving for good.' })
export class EraseSelfInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;

  @Field(() => String, { nullable: true, description: 'One’s password, where one has one.' })
  password?: string | null;

  @Field(() => Boolean, { description: 'Whether what one wrote in discussions stays, without the name.' })
  keepReplies!: boolean;
}

@keptPayload
@ObjectType({ description: 'Gone.' })
export class EraseSelfPayload extends Payload<'person'> {
  @Field(() => Boolean, { description: 'True: one is signed out, and what was held is deleted.' })
  erased(): boolean {
    return this.ids.person !== '';
  }
}

const EraseSelfResult = orRejected(EraseSelfPayload);

@Resolver()
export class EraseMutations {
  @Mutation(() => EraseSelfResult, {
    description: 'Deletes what is held of oneself, for good: one’s name, profile, inbox and ways to sign in.',
  })
  async eraseSelf(
    @Arg('input', () => EraseSelfInput, { description: 'What stays, and that it is really oneself.' })
    input: EraseSelfInput,
    @Ctx() context: Context,
  ): Promise<EraseSelfPayload | Rejected> {
    const { em } = context;
    const viewer = signedIn(context);
    const open = await lockOpen(em, viewer.id, input.keepReplies);
    const { person } = open;
    const problems = problemsOf(
      await whyNotLeave(em, person),
      await whyNotSure(em, person, viewer.sessionId, input.password),
    );
    if (problems.length > 0) return reject(...problems);

    const { id, email, role } = person;
    await leaveGroups(context, open);
    await withdrawResponses(em, open);
    if (!input.keepReplies) await removeReplies(context, open);
    await em.flush();
    await forget(em, { id, email });
    const after = { repliesKept: input.keepReplies };
    audit(em, { actorId: id, verb: 'eraseSelf', target: `person:${id}`, before: { role }, after });
    person.leave(new Date());
    tellOfPerson(em, person);
    tellOfRights(em, id);
    return new EraseSelfPayload({ person: id });
  }
}
