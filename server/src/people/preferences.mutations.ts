import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, type Rejected } from '../platform/results.ts';
import { tellOfPreferences } from './person.events.ts';
import { lockPerson } from './person.policy.ts';
import { preferencesOf } from './preferences.queries.ts';
import {
  Announcements,
  ColourScheme,
  HubLanguage,
  Preferences,
  type PreferenceFacts,
} from './preferences.ts';
import { signedIn, type Context } from './viewer.ts';

@InputType({ description: 'How one wants the hub. What is not given stays as it is.' })
export class EditPreferencesInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;

  @Field(() => HubLanguage, {
    nullable: true,
    description: 'Which language; null for the one the browser asks.',
  })
  language?: HubLanguage | null;

  @Field(() => ColourScheme, { nullable: true, description: 'How light.' }) scheme?: ColourScheme | null;

  @Field(() => Boolean, { nullable: true, description: 'Without pictures, charts and maps.' })
  textOnly?: boolean | null;

  @Field(() => Announcements, { nullable: true, description: 'What a screen reader is told of news.' })
  announcements?: Announcements | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether single keys are shortcuts.' })
  shortcuts?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether pages follow what happens while they are open.',
  })
  live?: boolean | null;
}

@keptPayload
@ObjectType({ description: 'The hub, as one wants it.' })
export class EditPreferencesPayload extends Payload<'person'> {
  @Field(() => Preferences, { description: 'As they now stand.' })
  preferences(@Ctx() context: Context): Promise<PreferenceFacts> {
    return preferencesOf(context.em, this.ids.person);
  }
}

const EditPreferencesResult = orRejected(EditPreferencesPayload);

@Resolver()
export class PreferencesMutations {
  @Mutation(() => EditPreferencesResult, { description: 'Chooses how one wants the hub.' })
  async editPreferences(
    @Arg('input', () => EditPreferencesInput, { description: 'What to change.' }) input: EditPreferencesInput,
    @Ctx() context: Context,
  ): Promise<EditPreferencesPayload | Rejected> {
    const { person } = await lockPerson(context, signedIn(context).id);
    const preferences = (await context.em.findOne(Preferences, { person })) ?? new Preferences(person);
    if (input.language !== undefined) preferences.language = input.language;
    preferences.scheme = input.scheme ?? preferences.scheme;
    preferences.textOnly = input.textOnly ?? preferences.textOnly;
    preferences.announcements = input.announcements ?? preferences.announcements;
    preferences.shortcuts = input.shortcuts ?? preferences.shortcuts;
    preferences.live = input.live ?? preferences.live;
    preferences.version += 1;
    context.em.persist(preferences);
    tellOfPreferences(context.em, preferences);
    return new EditPreferencesPayload({ person: person.id });
  }
}
