import type { RawBuilder } from 'kysely';
import { showed } from '../matching/match-list-shown.ts';
import { sql } from '../platform/sql.ts';

/** One kind of row that the hub holds of a person. */
export interface Holding {
  /** What it is called in the file they take with them. */
  name: string;
  table: string;
  /** SQL: which rows `t` are theirs. */
  theirs: (personId: string) => RawBuilder<boolean>;
  /** What tells two of their rows apart and puts them in order. */
  key: string;
  /** Columns that are not theirs to take: secrets, and what others noted in confidence. */
  without: string[];
  /** Stays when they leave for good, because others point to it; `leaving.ts` takes their words out of it. */
  stays: boolean;
  /** SQL: what makes a row of ids readable, as a JSON object. */
  along?: RawBuilder<unknown>;
}

type More = Partial<Pick<Holding, 'key' | 'without' | 'along' | 'stays'>>;

function held(name: string, table: string, column: string, more: More = {}): Holding {
  const theirs = (id: string) => sql<boolean>`t.${sql.ref(column)} = ${id}::uuid`;
  return { name, table, theirs, key: 'id', without: [], stays: false, ...more };
}

/** What belongs to one of their responses. */
function ofResponse(name: string, table: string, without: string[] = []): Holding {
  const theirs = (id: string) =>
    sql<boolean>`t.response_id in (select s.id from response s where s.person_id = ${id}::uuid)`;
  return { name, table, theirs, key: 'id', without, stays: true };
}

const ofRequest = sql`jsonb_build_object('request', (select q.title from request q where q.id = t.request_id))`;
const ofGroup = sql`jsonb_build_object('group', (select g.name from "group" g where g.id = t.group_id))`;
const ofDiscussion = sql`jsonb_build_object('discussion', (select d.title from discussion d where d.id = t.discussion_id))`;

/**
 * Everything that is held of a person, in the order of the file. A test walks the tables of the database: a column that
 * points to people stands here, or is named below as one that only mentions them.
 */
export const HOLDINGS: readonly Holding[] = [
  held('person', 'person', 'id', { without: ['verified_by_id'], stays: true }),
  held('preferences', 'preferences', 'person_id', { key: 'person_id' }),
  held('waysToSignIn', 'account', 'user_id', {
    without: ['password', 'access_token', 'refresh_token', 'id_token'],
  }),
  held('secondStep', 'two_factor', 'user_id', { without: ['secret', 'backup_codes'] }),
  held('sessions', 'session', 'user_id', { without: ['token'] }),
  held('profile', 'profile', 'person_id', { key: 'person_id' }),
  held('expertise', 'expertise', 'person_id'),
  held('languages', 'language_skill', 'person_id'),
  held('countryExperience', 'country_experience', 'person_id'),
  held('availability', 'availability_window', 'person_id'),
  held('evidence', 'evidence', 'person_id'),
  held('memberships', 'membership', 'person_id', { along: ofGroup, stays: true }),
  held('discussions', 'discussion', 'started_by_id', { along: ofGroup, stays: true }),
  held('replies', 'reply', 'author_id', {
    without: ['html', 'removed_by_id'],
    along: ofDiscussion,
    stays: true,
  }),
  {
    name: 'earlierReplies',
    table: 'reply_revision',
    theirs: (id) => sql`t.reply_id in (select y.id from reply y where y.author_id = ${id}::uuid)`,
    key: 'id',
    without: ['html'],
    stays: true,
  },
  held('readMarks', 'read_mark', 'person_id', { key: 'discussion_id', along: ofDiscussion }),
  held('followed', 'following', 'person_id', { key: 'discussion_id', along: ofDiscussion }),
  held('thanks', 'thanks', 'person_id', { key: 'reply_id', stays: true }),
  held('reports', 'report', 'reported_by_id', { stays: true }),
  held('rulings', 'ruling', 'by_id', { stays: true }),
  held('drafts', 'draft', 'person_id', { key: 'place' }),
  held('inbox', 'notification', 'person_id'),
  held('muted', 'mute', 'person_id', { key: 'thing' }),
  held('topics', 'topic_choice', 'person_id', { key: 'topic' }),
  held('mailSettings', 'mail_settings', 'person_id', { key: 'person_id', without: ['token'] }),
  held('mails', 'outgoing_mail', 'person_id'),
  held('visit', 'visit', 'person_id', { key: 'person_id' }),
  held('programmes', 'programme_staff', 'person_id', { key: 'programme_id' }),
  held('requests', 'request', 'owner_id', { stays: true }),
  held('questions', 'question', 'asked_by_id', { along: ofRequest, stays: true }),
  held('invitations', 'invitation', 'person_id', {
    without: ['invited_by_id', 'override_reason', 'band', 'score'],
    along: ofRequest,
    stays: true,
  }),
  held('planSeats', 'plan_seat', 'person_id', {
    without: ['rank', 'band', 'score', 'why_not'],
    along: ofRequest,
  }),
  // Others stand in these lists too, with scores that are not for anybody but staff.
  held('listsLookedAt', 'match_list_shown', 'by_id', { without: ['ranks', 'digest'] }),
  {
    name: 'listsShownIn',
    table: 'match_list_shown',
    theirs: showed,
    key: 'id',
    without: ['by_id', 'ranks', 'digest'],
    stays: true,
  },
  held('moreTime', 'more_time', 'person_id', { along: ofRequest }),
  held('responses', 'response', 'person_id', { along: ofRequest, stays: true }),
  ofResponse('declarations', 'declaration', ['note', 'assessed_by_id']),
  ofResponse('engagements', 'engagement'),
  held('workload', 'workload', 'person_id', { key: 'request_id', along: ofRequest, stays: true }),
  held('reveals', 'reveal', 'person_id', { key: 'request_id', along: ofRequest, stays: true }),
  held('conflicts', 'conflict', 'person_id', { along: ofRequest }),
  held('deeds', 'audit_entry', 'actor_id', { stays: true }),
];

/** Columns that name a person in a row of somebody else’s. Nothing but an id stands there. */
export const MENTIONS: ReadonlySet<string> = new Set([
  'client_mutation.person_id',
  'declaration.assessed_by_id',
  'exclusion.person_id',
  'group.context_edited_by_id',
  'index_change.person_id',
  'invitation.invited_by_id',
  'match_run.by_id',
  'matching_weights.by_id',
  'notification.actor_id',
  'outcome.recorded_by_id',
  // Made of the profile, made again from it, and gone with it.
  'packed_expert.person_id',
  'person.verified_by_id',
  'plan.by_id',
  'question.answered_by_id',
  'reply.removed_by_id',
  'request_move.by_id',
]);
