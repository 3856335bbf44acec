import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Person } from '../people/person.ts';
import type { PersonRow } from '../people/person.queries.ts';
import { viewerId, type Context } from '../people/viewer.ts';
import { batch } from '../platform/batch.ts';
import { rows, sql } from '../platform/sql.ts';
import { Discussion } from './discussion.ts';
import {
  whyNotAccept,
  whyNotClose,
  whyNotMoveAway,
  whyNotRename,
  whyNotReopen,
  whyNotWriteContext,
} from './discussion.care.policy.ts';
import { whyNotReply, type DiscussionRow } from './discussion.policy.ts';
import { replyRows, type ReplyRow } from './reply.queries.ts';
import { Reply } from './reply.ts';

@ObjectType({ description: 'What the viewer may do with a discussion.' })
export class DiscussionAbilities {
  @Field(() => Boolean, { description: 'Post a reply.' }) reply: boolean;
  @Field(() => Boolean, { description: 'Give it another title or purpose.' }) rename: boolean;
  @Field(() => Boolean, { description: 'Say where it stands.' }) writeContext: boolean;
  @Field(() => Boolean, { description: 'Close it for replies.' }) close: boolean;
  @Field(() => Boolean, { description: 'Open it again.' }) reopen: boolean;
  @Field(() => Boolean, { description: 'Choose the reply that answers it.' }) accept: boolean;
  @Field(() => Boolean, { description: 'Move it to another group.' }) move: boolean;
}

@ObjectType({ description: 'Where a discussion stands, in the words of a lead.' })
export class DiscussionContext {
  @Field(() => String, { description: 'The Markdown as written.' }) body: string;
  @Field(() => String, { description: 'Safe HTML.' }) html: string;
  @Field(() => Person, { nullable: true, description: 'Who wrote it last.' }) by: PersonRow | null;
  @Field(() => Date, { description: 'When.' }) at: Date;
}

@ObjectType({ description: 'The answer to a question, as whoever asked or a lead chose it.' })
export class AcceptedAnswer {
  @Field(() => Int, { description: 'The number of the reply.' }) number: number;
  @Field(() => Person, { nullable: true, description: 'Who chose it.' }) by: PersonRow | null;
  @Field(() => Date, { description: 'When.' }) at: Date;
  within: DiscussionRow;
}

@ObjectType({ description: 'How a discussion ended.' })
export class Closing {
  @Field(() => Date, { description: 'When it was closed for replies.' }) at: Date;
  @Field(() => Person, { nullable: true, description: 'Who closed it.' }) by: PersonRow | null;
  @Field(() => String, { nullable: true, description: 'What came of it: the Markdown as written.' }) note:
    string | null;
  @Field(() => String, { nullable: true, description: 'The same as safe HTML.' }) html: string | null;
}

const answersOf = batch<string, ReplyRow | null>(async (em, ids, context) => {
  const me = viewerId(context as Context);
  const found = await rows<ReplyRow>(
    em,
    sql`${replyRows(me)} join discussion q on q.id = y.discussion_id and q.answer_number = y.number
    where q.id = any(${ids}::uuid[])`,
  );
  return new Map(found.map((row) => [row.discussionId, row]));
}, null);

/** What those signed in are shown of how a discussion is looked after; visitors see none of it. */
@Resolver(() => Discussion)
export class DiscussionCareQueries {
  @FieldResolver(() => DiscussionAbilities, { description: 'What the viewer may do.' })
  viewerCan(@Root() row: DiscussionRow, @Ctx() context: Context): DiscussionAbilities {
    const may = (whyNot: (context: Context, row: DiscussionRow) => unknown) =>
      context.viewer !== null && whyNot(context, row) === null;
    return {
      reply: whyNotReply(row) === null,
      rename: may((_, it) => whyNotRename(context, it)),
      writeContext: may(whyNotWriteContext),
      close: may(whyNotClose),
      reopen: may(whyNotReopen),
      accept: may(whyNotAccept),
      move: may(whyNotMoveAway),
    };
  }

  @FieldResolver(() => Boolean, { description: 'Its replies come to the viewer’s inbox.' })
  viewerFollows(@Root() row: DiscussionRow): boolean {
    return row.follows;
  }

  @FieldResolver(() => DiscussionContext, { nullable: true, description: 'Where it stands, if a lead said.' })
  context(@Root() row: DiscussionRow, @Ctx() { viewer }: Context): DiscussionContext | null {
    const { context: body, contextHtml: html, contextBy: by, contextAt: at } = row;
    return viewer && body && html && at ? { body, html, by, at } : null;
  }

  @FieldResolver(() => Int, { description: 'Rises whenever somebody says where it stands; 0 for never.' })
  contextVersion(@Root() row: DiscussionRow): number {
    return row.contextVersion;
  }

  @FieldResolver(() => AcceptedAnswer, { nullable: true, description: 'The answer, if one was chosen.' })
  answer(@Root() row: DiscussionRow, @Ctx() { viewer }: Context): AcceptedAnswer | null {
    const { answerNumber: number, answerBy: by, answerAt: at } = row;
    return viewer && number && at ? { number, by, at, within: row } : null;
  }

  @FieldResolver(() => Boolean, { description: 'A reply was chosen as the answer.' })
  isAnswered(@Root() row: DiscussionRow): boolean {
    return row.answerNumber !== null;
  }

  @FieldResolver(() => Closing, { nullable: true, description: 'How it ended, if it was closed.' })
  closing(@Root() row: DiscussionRow, @Ctx() { viewer }: Context): Closing | null {
    const { closedAt: at, closedBy: by, closingNote: note, closingNoteHtml: html } = row;
    return viewer && at ? { at, by, note, html } : null;
  }
}

@Resolver(() => AcceptedAnswer)
export class AcceptedAnswerQueries {
  @FieldResolver(() => Reply, { nullable: true, description: 'The reply itself.' })
  async reply(@Root() { within }: AcceptedAnswer, @Ctx() context: Context): Promise<ReplyRow | null> {
    const reply = await answersOf(context, within.id);
    return reply && { ...reply, within };
  }
}
