import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { FeedSubjectKind } from '../platform/feed.ts';
import { rows, sql } from '../platform/sql.ts';
import { FeedPerson } from '../people/person.live.ts';
import { DiscussionKind } from './discussion.ts';
import { personOf } from './discussion.policy.ts';

@ObjectType({ description: 'A discussion as everyone who may read its group sees it.' })
export class FeedDiscussion {
  @Field(() => ID, { description: 'Global id.' }) id: string;
  @Field(() => ID, { description: 'Its group.' }) groupId: string;
  @Field(() => Int, { description: 'How many discussions its group now has.' }) discussionCount: number;
  @Field(() => String, { description: 'What it is about.' }) title: string;
  @Field(() => DiscussionKind, { description: 'What it is for.' }) kind: DiscussionKind;
  @Field(() => Int, { description: 'The number of the newest reply.' }) lastNumber: number;
  @Field(() => Date, { description: 'When the newest reply was posted.' }) latestAt: Date;
  @Field(() => Int, { description: 'Rises with every change.' }) version: number;
  @Field(() => FeedPerson, { description: 'Who started it.' }) startedBy: FeedPerson;
  @Field(() => String, { nullable: true, description: 'Where it stands: safe HTML.' }) contextHtml:
    string | null;
  @Field(() => Int, { description: 'Rises with every change of where it stands.' }) contextVersion: number;
  @Field(() => FeedPerson, { nullable: true, description: 'Who said so.' }) contextBy: FeedPerson | null;
  @Field(() => Date, { nullable: true, description: 'When they did.' }) contextAt: Date | null;
  @Field(() => Int, { nullable: true, description: 'The number of its accepted answer.' }) answerNumber:
    number | null;
  @Field(() => FeedPerson, { nullable: true, description: 'Who chose it.' }) answerBy: FeedPerson | null;
  @Field(() => Date, { nullable: true, description: 'When they did.' }) answerAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it was closed, if it was.' }) closedAt: Date | null;
  @Field(() => FeedPerson, { nullable: true, description: 'Who closed it.' }) closedBy: FeedPerson | null;
  @Field(() => String, { nullable: true, description: 'What came of it: safe HTML.' }) closingNoteHtml:
    string | null;
}

@ObjectType({ description: 'A reply as everyone who may read its group sees it.' })
export class FeedReply {
  @Field(() => ID, { description: 'Global id.' }) id: string;
  @Field(() => ID, { description: 'Its discussion.' }) discussionId: string;
  @Field(() => Int, { description: 'How many numbers its discussion has given.' }) lastNumber: number;
  @Field(() => Int, { description: 'Its place in the discussion.' }) number: number;
  @Field(() => FeedPerson, { description: 'Who wrote it.' }) author: FeedPerson;
  @Field(() => String, { nullable: true, description: 'Safe HTML; null once removed.' }) html: string | null;
  @Field(() => Int, { nullable: true, description: 'The reply it answers.' }) inReplyTo: number | null;
  @Field(() => String, { description: 'Its language, as a BCP 47 tag.' }) lang: string;
  @Field(() => Date, { description: 'When it was posted.' }) postedAt: Date;
  @Field(() => Date, { nullable: true, description: 'When it was last edited.' }) editedAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it was removed.' }) removedAt: Date | null;
  @Field(() => Int, { description: 'How many people thank its author.' }) thanksCount: number;
  @Field(() => Int, { description: 'Rises with every change of its thanks.' }) thanksVersion: number;
  @Field(() => Int, { description: 'Rises with every change of its text.' }) version: number;
}

@ObjectType({ description: 'Whether the person follows a discussion.' })
export class FeedFollowing {
  @Field(() => ID, { description: 'The discussion.' }) discussionId: string;
  @Field(() => Boolean, { description: 'They do.' }) follows: boolean;
}

@ObjectType({ description: 'How far the person has read a discussion.' })
export class FeedReadMark {
  @Field(() => ID, { description: 'The discussion.' }) discussionId: string;
  @Field(() => Int, { description: 'The highest number read.' }) number: number;
  @Field(() => Int, { description: 'Rises with every change.' }) version: number;
}

@ObjectType({
  description: 'The person wrote in a place: ask for the draft, if this is newer than what is held.',
})
export class FeedDraft {
  @Field(() => String, { description: 'Where, such as discussion:<id>.' }) place: string;
  @Field(() => Int, { description: 'Rises with every change.' }) version: number;
  @Field(() => Boolean, { description: 'It was posted or discarded.' }) isEmpty: boolean;
}

const person = (
  alias: string,
) => sql`json_build_object('id', ${sql.ref(`${alias}.id`)}, 'handle', ${sql.ref(`${alias}.handle`)},
  'displayName', ${sql.ref(`${alias}.display_name`)}, 'role', ${sql.ref(`${alias}.role`)}, 'isVerified', ${sql.ref(`${alias}.verified_at`)} is not null)`;

export const discussionSubject: FeedSubjectKind = {
  kind: 'discussion',
  type: FeedDiscussion,
  async load(em, stream, ids) {
    const found = await rows<FeedDiscussion>(
      em,
      sql`
      select d.id, d.group_id as "groupId", g.discussion_count as "discussionCount", d.title, d.kind, d.last_number as "lastNumber", d.latest_at as "latestAt", d.version, ${person('p')} as "startedBy",
        d.context_html as "contextHtml", d.context_version as "contextVersion", ${personOf('context_by_id')} as "contextBy", d.context_at as "contextAt",
        d.answer_number as "answerNumber", ${personOf('answer_by_id')} as "answerBy", d.answer_at as "answerAt", d.closed_at as "closedAt",
        ${personOf('closed_by_id')} as "closedBy", d.closing_note_html as "closingNoteHtml"
      from discussion d join person p on p.id = d.started_by_id join "group" g on g.id = d.group_id
      where d.id = any(${ids}::uuid[]) and 'group:' || d.group_id = ${stream}`,
      'once',
    );
    return new Map(found.map((row) => [row.id, row]));
  },
};

export const replySubject: FeedSubjectKind = {
  kind: 'reply',
  type: FeedReply,
  async load(em, stream, ids) {
    const found = await rows<FeedReply>(
      em,
      sql`
      select y.id, y.discussion_id as "discussionId", d.last_number as "lastNumber", y.number,
        case when y.removed_at is null then y.html end as html, y.in_reply_to as "inReplyTo", y.lang,
        y.posted_at as "postedAt", y.edited_at as "editedAt", y.removed_at as "removedAt", y.version,
        y.thanks_count as "thanksCount", y.thanks_version as "thanksVersion", ${person('p')} as author
      from reply y join discussion d on d.id = y.discussion_id join person p on p.id = y.author_id
      where y.id = any(${ids}::uuid[]) and 'group:' || d.group_id = ${stream}`,
      'once',
    );
    return new Map(found.map((row) => [row.id, row]));
  },
};

export const readMarkSubject: FeedSubjectKind = {
  kind: 'readmark',
  type: FeedReadMark,
  async load(em, stream, ids) {
    const found = await rows<FeedReadMark>(
      em,
      sql`
      select discussion_id as "discussionId", number, version from read_mark
      where discussion_id = any(${ids}::uuid[]) and 'person:' || person_id = ${stream}`,
    );
    return new Map(found.map((row) => [row.discussionId, row]));
  },
};

export const draftSubject: FeedSubjectKind = {
  kind: 'draft',
  type: FeedDraft,
  async load(em, stream, places) {
    const found = await rows<FeedDraft>(
      em,
      sql`
      select place, version, body = '' as "isEmpty" from draft
      where place = any(${places}::text[]) and 'person:' || person_id = ${stream}`,
    );
    return new Map(found.map((row) => [row.place, row]));
  },
};

export const followingSubject: FeedSubjectKind = {
  kind: 'following',
  type: FeedFollowing,
  async load(em, stream, ids) {
    const found = await rows<FeedFollowing>(
      em,
      sql`
      select discussion_id as "discussionId", follows from following
      where discussion_id = any(${ids}::uuid[]) and 'person:' || person_id = ${stream}`,
    );
    return new Map(found.map((row) => [row.discussionId, row]));
  },
};
