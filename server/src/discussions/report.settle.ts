import { ref } from '@mikro-orm/core';
import { announce, event, type EventKind } from '../platform/announce.ts';
import { Person } from '../people/person.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import type { EntityManager } from '../platform/database.ts';
import { tellPerson } from '../platform/inbox.ts';
import { isReadByAll } from '../strands/group.policy.ts';
import { GroupState } from '../strands/group.ts';
import { discussionAnswered, replyRemoved, tellOfDiscussion, tellOfReply } from './discussion.events.ts';
import type { DiscussionRow } from './discussion.policy.ts';
import type { Discussion } from './discussion.ts';
import type { Reply } from './reply.ts';
import { Report } from './report.ts';
import { Ruling, Verdict } from './ruling.ts';

export const reportMade = event('report.made');
export const reportSettled = event('report.settled');

/** Where the reply was said, as far as it decides who is told. */
export type Spoken = Pick<DiscussionRow, 'id' | 'groupPrivacy' | 'groupState'>;

interface Decided {
  verdict: Verdict;
  reason: string;
}

/** Settles every report that waits. Whoever reported hears what came of it, and its author what concerns them. */
export async function settleReports(
  context: Context,
  row: Spoken,
  reply: Reply,
  { verdict, reason }: Decided,
): Promise<Report[]> {
  const { em } = context;
  const waiting = await em.find(Report, { reply, ruling: null });
  if (waiting.length === 0) return [];
  const me = signedIn(context).id;
  const ruling = new Ruling(reply, em.getReference(Person, me), verdict, reason);
  const about = { discussionId: row.id, replyId: reply.id };
  em.persist(ruling);
  for (const report of waiting) {
    report.ruling = ref(ruling);
    tellModerators(em, row, report, reportSettled);
    if (report.reportedBy.id !== me)
      tellPerson(em, { personId: report.reportedBy.id, kind: 'REPORT_SETTLED', ...about });
  }
  if (verdict !== Verdict.KEPT && reply.author.id !== me)
    tellPerson(em, { personId: reply.author.id, kind: 'REPLY_RULED', ...about });
  return waiting;
}

/** Moderators hear of what everybody signed in reads; of other groups only their leads know. */
export function tellModerators(em: EntityManager, row: Spoken, report: Report, kind: EventKind): void {
  if (!isReadByAll(row.groupPrivacy) || row.groupState === GroupState.PROPOSED) return;
  const subjectVersion = report.ruling ? 2 : 1;
  announce(em, { stream: 'moderation', kind, subjectId: report.id, subjectVersion });
}

/** Takes a reply out of its discussion; a stub stays. */
export function takeOut({ em, viewer }: Context, discussion: Discussion, reply: Reply): void {
  reply.remove(em.getReference(Person, viewer?.id ?? ''), new Date());
  if (reply.number === 1) discussion.summary = '';
  if (discussion.answerNumber === reply.number && discussion.accept(null, null))
    tellOfDiscussion(em, discussion, discussionAnswered);
  tellOfReply(em, replyRemoved, discussion, reply);
}
