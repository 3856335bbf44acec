import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import * as say from '../platform/say/generated/people.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, problemsOf, reject, Rejected } from '../platform/results.ts';
import { tellOfProfile } from './person.events.ts';
import { lockOwnProfile, openPerson } from './person.policy.ts';
import type { ProfileRow } from './profile.rows.ts';
import { Profile } from './profile.ts';
import { whyTooMany } from './profile.words.ts';
import type { Context } from './viewer.ts';
import { FieldVisibilityInput } from './visibility.ts';

@InputType({ description: 'Who shall see which parts of one’s profile.' })
export class EditVisibilityInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => Int, { description: 'The version of the profile this was chosen against.' }) version!: number;
  @Field(() => [FieldVisibilityInput], { description: 'The parts to change; the others stay as they are.' })
  fields!: FieldVisibilityInput[];
}

@keptPayload
@ObjectType({ description: 'The profile, shown as chosen.' })
export class EditVisibilityPayload extends Payload<'person'> {
  @Field(() => Profile, { description: 'As it now stands.' })
  profile(@Ctx() context: Context): Promise<ProfileRow> {
    return openPerson(context, this.ids.person);
  }
}

const EditVisibilityResult = orRejected(EditVisibilityPayload);

@Resolver()
export class VisibilityMutations {
  @Mutation(() => EditVisibilityResult, { description: 'Chooses who sees which parts of one’s own profile.' })
  async editVisibility(
    @Arg('input', () => EditVisibilityInput, { description: 'What to change.' }) input: EditVisibilityInput,
    @Ctx() context: Context,
  ): Promise<EditVisibilityPayload | Rejected> {
    const { person, profile, stale } = await lockOwnProfile(context, input.version);
    const problems = problemsOf(stale, whyTooMany(input.fields, 'fields', say.fields()));
    if (problems.length > 0) return reject(...problems);

    profile.show(input.fields);
    profile.version += 1;
    context.em.persist(profile);
    tellOfProfile(context.em, profile);
    return new EditVisibilityPayload({ person: person.id });
  }
}
