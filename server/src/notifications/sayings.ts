import * as say from '../platform/say/generated/inbox.ts';
import { NotificationKind } from './notification.ts';

/** What a notification is about, as far as the person may see it today. */
export interface About {
  kind: NotificationKind;
  actorName: string | null;
  requestId: string | null;
  requestTitle: string | null;
  responseState: string | null;
  discussionId: string | null;
  discussionTitle: string | null;
  replyNumber: number | null;
  replyId: string | null;
  verdict: string | null;
  /** Why their account was refused. */
  refusal: string | null;
  groupSlug: string | null;
  groupName: string | null;
}

/** The sentence and the address of a notification. What is no longer visible says so and leads nowhere else. */
export function sayingOf(about: About): Saying {
  return SAYINGS[about.kind]?.(about) ?? gone();
}

export interface Saying {
  says: string;
  href: string;
  isGone?: boolean;
}

const gone = (): Saying => ({ says: say.gone(), href: '/inbox', isGone: true });

type Sayer = (about: About) => Saying | null;

const SAYINGS: Record<NotificationKind, Sayer> = {
  ACCOUNT_WAITS: ({ actorName }) => ({
    says: say.accountWaits({ who: actorName ?? say.somebody() }),
    href: '/admin/people/waiting',
  }),
  ACCOUNT_APPROVED: () => ({ says: say.accountApproved(), href: '/' }),
  ACCOUNT_REFUSED: ({ refusal }) =>
    refusal === null ? null : { says: say.accountRefused({ reason: refusal }), href: '/sign-in' },
  MENTION: inReply((who, title) => say.mentioned({ who, title })),
  REPLY_TO_ME: inReply((who, title) => say.replied({ who, title })),
  FOLLOWED: ofDiscussion((title) => say.followed({ title })),
  REPORTED: inReply((_, title) => say.reported({ title })),
  REPORT_SETTLED: inReply((_, title, { verdict }) => reportSaid(title, verdict)),
  REPLY_RULED: ofRuling,
  UNANSWERED: inReply((_, title) => say.unanswered({ title })),
  INVITATION: ofRequest((title) => say.invited({ title })),
  OFFER: ofRequest((title) => say.offered({ title })),
  RESPONSE_SETTLED: ofRequest((title, { responseState }) => settled(title, responseState)),
  OUTCOME: ofRequest((title) => say.outcome({ title }), '/outcome'),
  REQUEST_RETURNED: ofRequest((title) => say.returned({ title })),
  REQUEST_SUBMITTED: ofRequest((title) => say.submitted({ title })),
  QUESTION_ANSWERED: ofRequest((title) => say.questionAnswered({ title }), '#questions'),
  QUESTION_ASKED: ofRequest((title) => say.questionAsked({ title }), '#questions'),
  RESPONSE_RECEIVED: ofRequest((title) => say.responseReceived({ title }), '/responses'),
  OFFER_ANSWERED: ofRequest(
    (title, { actorName }) => say.offerAnswered({ who: actorName ?? say.anExpert(), title }),
    '/responses',
  ),
  MORE_TIME_ASKED: ofRequest((title) => say.moreTimeAsked({ title }), '#more-time'),
  MORE_TIME_GIVEN: ofRequest((title) => say.moreTimeGiven({ title })),
  MORE_TIME_NOT_GIVEN: ofRequest((title) => say.moreTimeNotGiven({ title })),
  LET_IN: ofGroup((group) => say.letIn({ group })),
  ASKED_TO_JOIN: ofGroup((group, who) => say.asksToJoin({ who, group })),
};

/** As the pages show them. */
const REPLIES_A_PAGE = 20;

function inReply(sentence: (who: string, title: string, about: About) => string): Sayer {
  return (about) => {
    const { actorName, discussionId, discussionTitle, replyNumber } = about;
    return discussionTitle !== null && replyNumber !== null
      ? {
          says: sentence(actorName ?? say.somebody(), discussionTitle, about),
          href: `/discussions/${discussionId}?page=${Math.ceil(replyNumber / REPLIES_A_PAGE)}#reply-${replyNumber}`,
        }
      : null;
  };
}

/** Whoever wrote it reads why on a page of its own, because a mail tells nothing of it. */
function ofRuling({ discussionTitle: title, replyId, verdict }: About): Saying | null {
  if (title === null || verdict === null) return null;
  const says = verdict === 'REMOVED' ? say.replyTakenOut({ title }) : say.replyWarned({ title });
  return { says, href: `/replies/${replyId}/ruling` };
}

function reportSaid(title: string, verdict: string | null): string {
  if (verdict === 'REMOVED') return say.reportRemoved({ title });
  return verdict === 'WARNED' ? say.reportWarned({ title }) : say.reportKept({ title });
}

/** Leads to the first reply not read, which may be another by the time it is opened. */
function ofDiscussion(sentence: (title: string) => string): Sayer {
  return ({ discussionId, discussionTitle }) =>
    discussionTitle === null
      ? null
      : { says: sentence(discussionTitle), href: `/discussions/${discussionId}/unread` };
}

function ofRequest(sentence: (title: string, about: About) => string, part = ''): Sayer {
  return (about) =>
    about.requestTitle === null
      ? null
      : { says: sentence(about.requestTitle, about), href: `/requests/${about.requestId}${part}` };
}

function ofGroup(sentence: (group: string, who: string) => string): Sayer {
  return ({ groupSlug, groupName, actorName }) =>
    groupName === null
      ? null
      : { says: sentence(groupName, actorName ?? say.somebody()), href: `/groups/${groupSlug}` };
}

function settled(title: string, state: string | null): string {
  if (state === 'NOT_SELECTED') return say.notSelected({ title });
  if (state === 'OFFER_LAPSED') return say.lapsed({ title });
  return state === 'COMPLETED' ? say.completed({ title }) : say.ended({ title });
}
