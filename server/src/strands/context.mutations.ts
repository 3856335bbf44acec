import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { signedIn, type Context } from '../people/viewer.ts';
import { Uuid } from '../platform/ids.ts';
import { renderMarkdown } from '../platform/markdown.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, ProblemCode, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import { publicWords } from '../platform/words.ts';
import { tellOfGroup } from './group.events.ts';
import { lockGroups, openGroup, whyNotLead, type GroupRow } from './group.policy.ts';
import { Group, GroupState } from './group.ts';
import * as say from '../platform/say/generated/strands.ts';

@InputType({ description: 'What shall be pinned at the top of a group.' })
export class EditContextInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The group; for a strand, its home group.' }) groupId!: string;
  @Field(() => Int, { description: 'The version of the context this was written against; 0 for the first.' })
  version!: number;
  @Field(() => String, { description: 'Markdown, up to 5,000 characters. Blank takes it away.' })
  text!: string;
}

@keptPayload
@ObjectType({ description: 'Pinned.' })
export class EditContextPayload extends Payload<'group'> {
  @Field(() => Group, { description: 'As it now stands.' })
  group(@Ctx() context: Context): Promise<GroupRow> {
    return openGroup(context, this.ids.group);
  }
}

const EditContextResult = orRejected(EditContextPayload);
export const CONTEXT_MAX = 5_000;

@Resolver()
export class ContextMutations {
  @Mutation(() => EditContextResult, {
    description: 'A lead writes what everybody should know before they read on. It is pinned at the top.',
  })
  async editContext(
    @Arg('input', () => EditContextInput, { description: 'Where, and what.' }) input: EditContextInput,
    @Ctx() context: Context,
  ): Promise<EditContextPayload | Rejected> {
    const viewer = signedIn(context);
    const [locked] = await lockGroups(context, [input.groupId]);
    if (!locked) throw new Error('A group was locked and lost.');
    const { group, row } = locked;
    const rules = {
      max: CONTEXT_MAX,
      multiline: true,
      field: 'text',
      label: say.theContext(),
      required: false,
    };
    const words = publicWords(input.text, rules);
    const problems = problemsOf(
      whyNotLead(viewer, row),
      whyNotNow(group),
      whyStale(group, input.version),
      words.problem,
    );
    if (problems.length > 0) return reject(...problems);

    group.context = words.text;
    group.contextHtml = renderMarkdown(words.text);
    group.contextVersion += 1;
    group.contextEditedAt = new Date();
    group.contextEditedById = viewer.id;
    group.version += 1;
    tellOfGroup(context.em, group);
    return new EditContextPayload({ group: group.id });
  }
}

function whyNotNow({ state }: Pick<Group, 'state'>): Problem | null {
  return state === GroupState.ARCHIVED
    ? { code: ProblemCode.WRONG_STATE, message: say.archivedNotChanged() }
    : null;
}

export function whyStale({ contextVersion }: Pick<Group, 'contextVersion'>, version: number): Problem | null {
  if (contextVersion === version) return null;
  const message = say.contextChanged();
  return { code: ProblemCode.STALE, field: 'text', message };
}
