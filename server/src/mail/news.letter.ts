import { NotificationKind } from '../notifications/notification.ts';
import type { NotificationRow } from '../notifications/notification.rows.ts';
import { sayingOf } from '../notifications/sayings.ts';
import { topicOf } from '../notifications/topic.ts';
import type { Mail } from '../platform/mail.ts';
import * as say from '../platform/say/generated/mail.ts';
import { locale } from '../platform/say/locale.ts';
import type { Addressee } from './addressee.ts';
import { html, plainText, type Letter } from './letter.ts';
import { unsubscribeHref } from './unsubscribe.ts';

/** Where the hub is and what it is called. */
export interface Sender {
  name: string;
  origin: string;
}

const ASKS = new Set([NotificationKind.INVITATION, NotificationKind.OFFER]);

/** One notification as a mail, in the conversation it belongs to. Nothing of a text is told but its title. */
export function newsMail(row: NotificationRow, to: Addressee, sender: Sender): Mail {
  const topic = topicOf(row.kind);
  const unsubscribe = unsubscribeHref(sender.origin, to.token, topic);
  const { says, href } = sayingOf(row);
  const letter: Letter = {
    language: locale(),
    subject: subjectOf(row, says),
    parts: [{ lines: [{ text: says }] }],
    button: { text: ASKS.has(row.kind) ? say.answerIt() : say.openIt(), href: sender.origin + href },
    foot: footOf(say.why({ topic }), sender, unsubscribe),
  };
  return {
    to: to.email,
    subject: letter.subject,
    text: plainText(letter),
    html: html(letter),
    unsubscribe,
    ...threadOf(row, new URL(sender.origin).hostname),
  };
}

export function footOf(why: string, { origin }: Sender, unsubscribe: string): Letter['foot'] {
  return {
    lines: [why, say.noReply()],
    links: [
      { text: say.stop(), href: unsubscribe },
      { text: say.chooseWhat(), href: `${origin}/account/notifications` },
    ],
  };
}

/** A discussion keeps one subject, because mail programs hold a conversation together by it. */
function subjectOf({ discussionTitle, replyNumber }: NotificationRow, says: string): string {
  if (discussionTitle === null) return says;
  return replyNumber === 1 ? discussionTitle : `Re: ${discussionTitle}`;
}

const DECIDED = new Set([NotificationKind.REPORT_SETTLED, NotificationKind.REPLY_RULED]);

type Thread = Pick<Mail, 'messageId' | 'inReplyTo' | 'references' | 'listId'>;

/** The same reply has the same id whenever and to whomever it is sent, so that a second copy is seen as one. */
export function threadOf(row: NotificationRow, host: string): Thread {
  const list = row.homeSlug ?? row.groupSlug ?? (row.requestId && 'requests') ?? 'hub';
  const listId = `${list}.${host}`;
  if (row.discussionId === null || row.replyNumber === null) {
    const root = `<${row.thing.replace(':', '-')}@${host}>`;
    return { messageId: `<notification-${row.id}@${host}>`, inReplyTo: root, references: [root], listId };
  }
  const reply = (number: number) => `<discussion-${row.discussionId}-${number}@${host}>`;
  // What was decided about a reply is not the reply: its mail needs a name of its own.
  if (DECIDED.has(row.kind)) {
    const about = reply(row.replyNumber);
    return {
      messageId: `<notification-${row.id}@${host}>`,
      inReplyTo: about,
      references: [...new Set([reply(1), about])],
      listId,
    };
  }
  if (row.replyNumber === 1) return { messageId: reply(1), references: [], listId };
  const parent = row.inReplyTo ?? 1;
  return {
    messageId: reply(row.replyNumber),
    inReplyTo: reply(parent),
    references: [...new Set([reply(1), reply(parent)])],
    listId,
  };
}
