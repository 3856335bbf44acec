import { LockMode } from '@mikro-orm/core';
import { Discussion } from '../discussions/discussion.ts';
import { Reply } from '../discussions/reply.ts';
import { Report } from '../discussions/report.ts';
import { settleReports, takeOut } from '../discussions/report.settle.ts';
import { Verdict } from '../discussions/ruling.ts';
import { takeOutOfLists } from '../matching/match-list-shown.ts';
import { Person } from '../people/person.ts';
import type { Context } from '../people/viewer.ts';
import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';
import { Request } from '../requests/request.ts';
import { tellDeciders } from '../responses/deciders.ts';
import { backToAssessing } from '../responses/request.moves.ts';
import { moveResponse } from '../responses/response.moves.ts';
import { isUnsettled, mayMove, ResponseState } from '../responses/response.states.ts';
import { Response } from '../responses/response.ts';
import { Group } from '../strands/group.ts';
import { Membership, MembershipState } from '../strands/membership.ts';
import { moveTo } from '../strands/membership.mutations.ts';
import { HOLDINGS } from './holdings.ts';

const LOCKED = { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } } as const;

/** What a person who leaves has open, locked in the one order: groups, discussions, requests, and the person last. */
export interface Open {
  memberships: Membership[];
  groups: Map<string, Group>;
  replies: Reply[];
  discussions: Map<string, Discussion>;
  responses: Response[];
  requests: Map<string, Request>;
  person: Person;
}

export async function lockOpen(em: EntityManager, personId: string, keepReplies: boolean): Promise<Open> {
  const memberships = await em.find(Membership, { person: personId });
  const groups = await em.find(Group, { id: { $in: memberships.map(({ group }) => group.id) } }, LOCKED);
  const replies = keepReplies ? [] : await em.find(Reply, { author: personId, removedAt: null });
  const inThem = [...new Set(replies.map(({ discussion }) => discussion.id))];
  const discussions = await em.find(Discussion, { id: { $in: inThem } }, LOCKED);
  const responses = (await em.find(Response, { person: personId })).filter(({ state }) => isUnsettled(state));
  const requests = await em.find(
    Request,
    { id: { $in: responses.map(({ request }) => request.id) } },
    LOCKED,
  );
  const person = await em.findOneOrFail(Person, { id: personId }, LOCKED);
  return {
    ...{ memberships, replies, responses, person },
    ...{ groups: byId(groups), discussions: byId(discussions), requests: byId(requests) },
  };
}

function byId<T extends { id: string }>(items: T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

/** Leaves every group, asked-for and offered places too. */
export async function leaveGroups(context: Context, { memberships, groups }: Open): Promise<void> {
  for (const membership of memberships) {
    const group = groups.get(membership.group.id);
    const isOver = [MembershipState.LEFT, MembershipState.REMOVED].includes(membership.state);
    if (group && !isOver) await moveTo(context, group, membership, MembershipState.LEFT);
  }
}

/** Nobody is left waiting for somebody who is gone: staff hear of what they had offered or begun. */
export async function withdrawResponses(
  em: EntityManager,
  { responses, requests, person }: Open,
): Promise<void> {
  for (const response of responses) {
    const request = requests.get(response.request.id);
    if (!request) continue;
    const wasChosen = CHOSEN.includes(response.state);
    const away = mayMove(response.state, ResponseState.WITHDRAWN)
      ? ResponseState.WITHDRAWN
      : ResponseState.DECLINED;
    await moveResponse(em, response, away);
    if (!wasChosen) continue;
    await tellDeciders(em, request, 'OFFER_ANSWERED', person.id);
    await backToAssessing(em, request, person.id);
  }
}

const CHOSEN: readonly ResponseState[] = [
  ResponseState.OFFERED,
  ResponseState.ACCEPTED,
  ResponseState.ENGAGED,
];

/** Takes their words out of every discussion. The numbers stay, each with a stub; nobody has to look at reports of them. */
export async function removeReplies(context: Context, { replies, discussions, person }: Open): Promise<void> {
  const { em } = context;
  const groupIds = [...discussions.values()].map(({ group }) => group.id);
  const groups = byId(await em.find(Group, { id: { $in: groupIds } }));
  // Most are reported by nobody: they are not asked after one by one.
  const waiting = await em.find(Report, { reply: { $in: replies.map(({ id }) => id) }, ruling: null });
  const reported = new Set(waiting.map(({ reply }) => reply.id));
  for (const reply of replies) {
    const discussion = discussions.get(reply.discussion.id);
    const group = discussion && groups.get(discussion.group.id);
    if (!group) continue;
    takeOut(context, discussion, reply);
    if (!reported.has(reply.id)) continue;
    const spoken = { id: discussion.id, groupPrivacy: group.privacy, groupState: group.state };
    await settleReports(context, spoken, reply, { verdict: Verdict.REMOVED, reason: '' });
  }
  await em.flush();
  await rows(
    em,
    sql`delete from reply_revision where reply_id in (select id from reply where author_id = ${person.id})`,
  );
  await rows(em, sql`update reply set body = '', html = '' where author_id = ${person.id}`);
}

/** What is held of them and nobody else needs. Their rows beside those of others stay, without their words. */
export async function forget(em: EntityManager, { id, email }: Pick<Person, 'id' | 'email'>): Promise<void> {
  const mine = sql`person_id = ${id}::uuid`;
  const byMail = `%${email.replace(/[\\%_]/g, '\\$&')}%`;
  for (const { table, theirs, stays } of HOLDINGS)
    if (!stays) await rows(em, sql`delete from ${sql.table(table)} t where ${theirs(id)}`);
  await takeOutOfLists(em, id);
  await rows(em, sql`delete from exclusion where ${mine}`);
  // Their keys were made of what was sent, the password included.
  await rows(em, sql`delete from client_mutation where ${mine}`);
  await rows(
    em,
    sql`delete from verification where value = ${id} or value ilike ${byMail} or identifier ilike ${byMail}`,
  );
  await rows(em, sql`update report set note = '' where reported_by_id = ${id}::uuid`);
  await rows(
    em,
    sql`update invitation set message = '', override_reason = null, reasons = '[]' where ${mine}`,
  );
  await rows(
    em,
    sql`
    update declaration set interests = '', note = ''
    where response_id in (select id from response where ${mine})`,
  );
  await rows(
    em,
    sql`
    update response set text = '', criteria = '[]', availability_note = '', withdraw_reason = null, feedback = null
    where ${mine}`,
  );
}
