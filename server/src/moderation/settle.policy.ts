import { lockReply, type DiscussionRow } from '../discussions/discussion.policy.ts';
import type { Discussion } from '../discussions/discussion.ts';
import { Report } from '../discussions/report.ts';
import type { Reply } from '../discussions/reply.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { closedDoor } from '../platform/errors.ts';
import { isId } from '../platform/ids.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import * as say from '../platform/say/generated/moderation.ts';
import { firstRow, sql } from '../platform/sql.ts';
import { reportsKnownTo } from './reported.rows.ts';

export interface Reported {
  row: DiscussionRow;
  discussion: Discussion;
  reply: Reply;
  /** How many reports of it wait. */
  waiting: number;
}

/** The door to a reported reply, for writing: whoever does not look after its group learns nothing of its reports. */
export async function lockReported(context: Context, replyId: string): Promise<Reported> {
  const viewer = signedIn(context);
  const known =
    isId(replyId) &&
    (await firstRow(
      context.em,
      sql`select 1 from reply y join discussion d on d.id = y.discussion_id join "group" g on g.id = d.group_id
      where y.id = ${replyId} and ${reportsKnownTo(viewer)}
        and exists (select 1 from report c where c.reply_id = y.id)`,
    ));
  if (!known) return closedDoor();
  const locked = await lockReply(context, replyId);
  const waiting = await context.em.count(Report, { reply: locked.reply, ruling: null });
  return { ...locked, waiting };
}

/** A reply is settled once, by whoever has seen every report of it. */
export function whyNotSettle({ reply, waiting }: Reported, seen: number): Problem | null {
  if (waiting === 0 || reply.removedAt)
    return { code: ProblemCode.WRONG_STATE, message: say.settledAlready() };
  return waiting > seen ? { code: ProblemCode.STALE, field: 'seen', message: say.reportedSince() } : null;
}
