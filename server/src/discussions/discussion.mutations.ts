import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Person } from '../people/person.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { plainExcerpt } from '../platform/markdown.ts';
import { orRejected, problemsOf, reject, Rejected } from '../platform/results.ts';
import { lockGroup, openGroup, whyNotPost } from '../strands/group.policy.ts';
import { Discussion, DiscussionKind } from './discussion.ts';
import { tellOfDiscussion } from './discussion.events.ts';
import { emptyDraft } from './draft.policy.ts';
import { openDiscussion, whyNotAnnounce, type DiscussionRow } from './discussion.policy.ts';
import { Following } from './following.ts';
import { tellAddressed } from './mention.ts';
import { ReadMark } from './read-mark.ts';
import { Reply } from './reply.ts';
import { cleanBody, cleanLang, cleanTitle, SUMMARY_MAX } from './words.ts';

@InputType({ description: 'A new discussion.' })
export class StartDiscussionInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The group to start it in.' }) groupId!: string;
  @Field(() => String, { description: 'What it is about, up to 150 characters.' }) title!: string;
  @Field(() => String, { description: 'The opening text in Markdown, up to 10,000 characters.' })
  body!: string;
  @Field(() => DiscussionKind, { defaultValue: DiscussionKind.DISCUSSION, description: 'What it is for.' })
  kind!: DiscussionKind;
  @Field(() => String, { defaultValue: 'en', description: 'Its language, as a BCP 47 tag.' }) lang!: string;
}

@keptPayload
@ObjectType({ description: 'The discussion, started.' })
export class StartDiscussionPayload extends Payload<'discussion'> {
  @Field(() => Discussion, { description: 'As it now stands.' })
  discussion(@Ctx() context: Context): Promise<DiscussionRow> {
    return openDiscussion(context, this.ids.discussion);
  }
}

const StartDiscussionResult = orRejected(StartDiscussionPayload);

@Resolver()
export class DiscussionMutations {
  @Mutation(() => StartDiscussionResult, { description: 'Starts a discussion in a group one belongs to.' })
  async startDiscussion(
    @Arg('input', () => StartDiscussionInput, { description: 'What to start.' }) input: StartDiscussionInput,
    @Ctx() context: Context,
  ): Promise<StartDiscussionPayload | Rejected> {
    const viewer = signedIn(context);
    const group = await lockGroup(context, input.groupId);
    const title = cleanTitle(input.title);
    const body = cleanBody(input.body);
    const lang = cleanLang(input.lang);
    const row = await openGroup(context, group.id);
    const problems = problemsOf(
      whyNotPost(row),
      whyNotAnnounce(viewer, row, input.kind),
      title.problem,
      body.problem,
      lang.problem,
    );
    if (problems.length > 0) return reject(...problems);

    const author = context.em.getReference(Person, viewer.id);
    const discussion = new Discussion(group, author, title.text, input.kind);
    const opening = new Reply(discussion, author, body.text, discussion.startedAt);
    opening.lang = lang.text;
    discussion.summary = plainExcerpt(body.text, SUMMARY_MAX);
    group.discussionCount += 1;
    context.em.persist([
      discussion,
      opening,
      new ReadMark(author, discussion, 1),
      new Following(author, discussion),
    ]);
    tellOfDiscussion(context.em, discussion);
    await tellAddressed(context.em, discussion, opening);
    for (const box of ['title', 'body']) await emptyDraft(context.em, viewer.id, `group:${group.id}:${box}`);
    return new StartDiscussionPayload({ discussion: discussion.id });
  }
}
