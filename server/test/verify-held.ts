import type { Person } from '../src/people/person.ts';
import { as, type Nested } from './as.ts';
import { listOf, nodesOf } from './responses.ts';
import type { At } from './verify-feed.ts';
import { EVERYTHING } from './verify-query.ts';

/** One piece of what a page holds, and the stream whose readers may hold it. */
export interface Part {
  stream: string;
  value: unknown;
}

/** What the pages of one person hold, piece by piece: `reply:<id>`, `readmark:<id>` and so on. */
export interface Held {
  me: string;
  parts: Map<string, Part>;
  cursors: At[];
}

type Put = (key: string, stream: string, value: unknown) => void;

/** What one person's pages would show now, each piece asked for through the contract. */
export async function heldBy(person: Person, places: string[]): Promise<Held> {
  const all = (await as(person).run(EVERYTHING, { places })) as unknown as Nested;
  const parts = new Map<string, Part>();
  const me = `person:${person.id}`;
  const cursors = new Map<string, At>();
  const put: Put = (key, stream, value) => parts.set(key, { stream, value: structuredClone(value) });
  const follow = (at: Nested | undefined) => at && cursors.set(String(at.stream), at as unknown as At);

  for (const { id, ...rest } of nodesOf(all.people)) put(`person:${id}`, 'hub', rest);
  const strands = [...listOf(all.strands), ...listOf(all.rested)];
  for (const { homeGroup: _, id, ...rest } of strands) put(`strand:${id}`, 'hub', rest);
  const groups = [all.groups, all.archived, all.proposed].flatMap(nodesOf);
  for (const group of [...strands.map(({ homeGroup }) => homeGroup as Nested), ...groups]) {
    if (putGroup(put, me, group)) follow(group.cursor);
  }
  for (const discussion of nodesOf(all.discussions)) putDiscussion(put, me, discussion);
  for (const request of [all.requests, all.past, all.own].flatMap(nodesOf)) {
    putRequest(put, me, request);
    follow(request.cursor);
    follow(request.staffCursor);
  }
  for (const response of nodesOf(all.myResponses)) putResponse(put, me, response);
  putOwn(put, me, all);
  follow(all.hubCursor);
  follow(all.personCursor);
  follow(all.moderationCursor);
  return { me: person.id, parts, cursors: [...cursors.values()] };
}

/** Answers whether the person reads what is said in it. */
function putGroup(put: Put, me: string, group: Nested): boolean {
  const { id, slug, name, purpose, privacy, state, version, membershipState } = group;
  const stream = `group:${id}`;
  const isReadByAll = !['PRIVATE', 'CONFIDENTIAL'].includes(String(privacy)) && String(state) !== 'PROPOSED';
  const isRead = isReadByAll || String(membershipState) === 'ACTIVE';
  const isKnown = String(privacy) !== 'CONFIDENTIAL' && String(state) !== 'PROPOSED';
  put(stream, isKnown ? 'hub' : stream, { slug, name, purpose, privacy, state, version });
  const own = isKnown ? me : stream;
  put(`standing:${id}`, own, { state: membershipState, role: group.membershipRole });
  put(`can:group:${id}`, own, group.viewerCan);
  if (!isRead) return false;
  put(`about:${id}`, stream, { context: group.context, strands: group.strands });
  put(`size:${id}`, stream, { members: group.memberCount, discussions: group.discussionCount });
  for (const { person, state, role } of [group.active, group.asked, group.invited].flatMap(nodesOf))
    put(`member:${id}:${person?.id}`, stream, { state, role });
  return true;
}

function putDiscussion(put: Put, me: string, discussion: Nested): void {
  const { id, replies, viewerCan, viewerFollows, readTo, unreadCount, group, ...rest } = discussion;
  const stream = `group:${group?.id}`;
  put(`discussion:${id}`, stream, { ...rest, groupId: group?.id });
  put(`readmark:${id}`, stream, { readTo });
  put(`unread:${id}`, stream, unreadCount);
  put(`following:${id}`, stream, { follows: viewerFollows });
  put(`can:discussion:${id}`, stream, viewerCan);
  for (const reply of nodesOf(replies)) {
    const { id: replyId, viewerCan, body, revisions, viewerThanked, ...shown } = reply;
    put(`reply:${replyId}`, stream, { ...shown, discussionId: id });
    put(`text:${replyId}`, stream, { body, revisions, discussionId: id });
    put(`thanked:${replyId}`, stream, { thanks: viewerThanked, discussionId: id });
    put(`can:reply:${replyId}`, stream, { ...viewerCan, discussionId: id });
  }
}

function putRequest(put: Put, me: string, request: Nested): void {
  const { id, title, number, state, sensitivity, programme, closesAt, questionsCloseAt, neededBy } = request;
  const { responses, questions, viewerCan, myResponse, myMoreTime, mayAskForMoreTime } = request;
  const isOpened = request.openedAt !== null;
  const stream = isOpened ? 'hub' : request.staffCursor ? `request:${id}:staff` : me;
  const { summary, contributionTypes, mode, country, effortHours, peopleNeeded, version, strands } = request;
  const listed = { title, number, state, sensitivity, closesAt, questionsCloseAt, neededBy, version };
  put(`request:${id}`, stream, { ...listed, programmeId: programme?.id });
  put(`can:request:${id}`, stream, viewerCan);
  put(`mine:${id}`, stream, { myResponse, myMoreTime, mayAskForMoreTime });
  const brief = { summary, contributionTypes, mode, country, effortHours, peopleNeeded };
  put(`brief:${id}`, stream, { ...brief, strandIds: listOf(strands).map((strand) => strand.id) });
  if (request.cursor) {
    const { stateReason, problem, desiredOutcome, alreadyTried, expenses } = request;
    const full = { stateReason, problem, desiredOutcome, alreadyTried, expenses };
    put(`full:${id}`, `request:${id}`, full);
    put(`rest:${id}`, `request:${id}`, [request.criteria, request.moves, request.outcome, request.lacks]);
    for (const { id: questionId, ...asked } of listOf(questions))
      put(`question:${questionId}`, `request:${id}`, { ...asked, requestId: id });
  }
  if (!request.staffCursor) return;
  put(`staff:${id}`, `request:${id}:staff`, [
    request.responseCounts,
    request.deciders,
    request.moreTimeAsked,
  ]);
  for (const response of nodesOf(responses)) putResponse(put, `request:${id}:staff`, response);
}

function putResponse(put: Put, stream: string, response: Nested): void {
  const { id, state, version, request, ...rest } = response;
  put(`response:${id}`, stream, { state, version, requestId: request?.id });
  put(`answer:${id}`, stream, { ...rest, requestId: request?.id });
}

function putOwn(put: Put, me: string, all: Nested): void {
  for (const { id, ...rest } of [all.inbox, all.done].flatMap(nodesOf)) put(`notification:${id}`, me, rest);
  const { unreadInbox, inboxCounts, updates, muted } = all;
  put('unread', me, unreadInbox);
  put('inbox', me, [inboxCounts, nodesOf(updates), nodesOf(muted)]);
  put('choices', me, all.notificationChoices);
  put('profile', me, all.viewer?.profile);
  put('preferences', me, all.viewer?.preferences);
  put('account', me, all.account);
  for (const { place, ...rest } of listOf(all.drafts)) put(`draft:${place}`, me, rest);
}
