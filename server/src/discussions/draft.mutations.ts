import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { signedIn, type Context } from '../people/viewer.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, ProblemCode, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import * as say from '../platform/say/generated/discussions.ts';
import {
  cleanDraft,
  discardDraft,
  MOST_DRAFTS,
  openDraft,
  tellOfDraft,
  whyNoPlace,
  type DraftRow,
} from './draft.policy.ts';
import { Draft } from './draft.ts';

@InputType({ description: 'A text to keep until it is posted.' })
export class SaveDraftInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => String, { description: 'Where it is written, such as discussion:<id>.' }) place!: string;
  @Field(() => String, { description: 'The text as it stands, up to 20,000 characters.' }) body!: string;
  @Field(() => Int, { description: 'The version it was written over; 0 where there was none.' })
  version!: number;
}

@InputType({ description: 'A draft that is not wanted any more.' })
export class DiscardDraftInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => String, { description: 'Where it is written.' }) place!: string;
}

@keptPayload
@ObjectType({ description: 'The draft, kept.' })
export class SaveDraftPayload extends Payload<'place'> {
  @Field(() => Draft, { nullable: true, description: 'As it now stands.' })
  draft(@Ctx() context: Context): Promise<DraftRow | null> {
    return openDraft(context, this.ids.place);
  }
}

@keptPayload
@ObjectType({ description: 'The draft, emptied.' })
export class DiscardDraftPayload extends Payload<'place'> {
  @Field(() => Draft, { nullable: true, description: 'As it now stands; null where there never was one.' })
  draft(@Ctx() context: Context): Promise<DraftRow | null> {
    return openDraft(context, this.ids.place);
  }
}

const SaveDraftResult = orRejected(SaveDraftPayload);
const DiscardDraftResult = orRejected(DiscardDraftPayload);

const staleProblem = (): Problem => ({
  code: ProblemCode.STALE,
  field: 'version',
  message: say.newerDraft(),
});
const tooManyProblem = (): Problem => ({
  code: ProblemCode.TOO_MANY,
  field: null,
  message: say.tooManyDrafts({ count: MOST_DRAFTS }),
});

@Resolver()
export class DraftMutations {
  @Mutation(() => SaveDraftResult, {
    description: 'Keeps what one is writing; refused as STALE when something newer was kept meanwhile.',
  })
  async saveDraft(
    @Arg('input', () => SaveDraftInput, { description: 'What, and where.' }) input: SaveDraftInput,
    @Ctx() context: Context,
  ): Promise<SaveDraftPayload | Rejected> {
    const { id } = signedIn(context);
    const { place } = input;
    const body = cleanDraft(input.body);
    const problems = problemsOf(whyNoPlace(place), body.problem, whyNoVersion(input.version));
    if (problems.length > 0) return reject(...problems);
    if (await hasTooMany(context, place)) return reject(tooManyProblem());

    const [kept] = await rows<{ version: number }>(
      context.em,
      sql`
      insert into draft (person_id, place, body, version, updated_at)
      values (${id}, ${place}, ${body.text}, ${input.version + 1}, now())
      on conflict (person_id, place) do update set body = excluded.body, version = excluded.version, updated_at = now()
      where draft.version = ${input.version} returning version`,
    );
    if (!kept) return reject(staleProblem());
    tellOfDraft(context.em, id, place, kept.version);
    return new SaveDraftPayload({ place });
  }

  @Mutation(() => DiscardDraftResult, { description: 'Empties a draft of one’s own, if there is one.' })
  async discardDraft(
    @Arg('input', () => DiscardDraftInput, { description: 'Which.' }) { place }: DiscardDraftInput,
    @Ctx() context: Context,
  ): Promise<DiscardDraftPayload | Rejected> {
    const { id } = signedIn(context);
    const problem = whyNoPlace(place);
    if (problem) return reject(problem);
    await discardDraft(context.em, id, place);
    return new DiscardDraftPayload({ place });
  }
}

async function hasTooMany(context: Context, place: string): Promise<boolean> {
  const others = await firstRow<{ count: number }>(
    context.em,
    sql`
    select count(*)::int as count from draft
    where person_id = ${signedIn(context).id} and body <> '' and place <> ${place}`,
  );
  return (others?.count ?? 0) >= MOST_DRAFTS;
}

function whyNoVersion(version: number): Problem | null {
  if (version >= 0 && version < 2_147_483_647) return null;
  return { code: ProblemCode.OUT_OF_RANGE, field: 'version', message: say.noSuchVersion() };
}
