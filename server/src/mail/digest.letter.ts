import type { Mail } from '../platform/mail.ts';
import { sayingOf } from '../notifications/sayings.ts';
import { Rhythm } from '../notifications/topic.ts';
import { isoInstant } from '../platform/instant.ts';
import * as say from '../platform/say/generated/mail.ts';
import { locale, localeTag } from '../platform/say/locale.ts';
import type { Addressee } from './addressee.ts';
import type { Digest, DigestRows } from './digest.rows.ts';
import { html, plainText, type Letter, type Part } from './letter.ts';
import { footOf, type Sender } from './news.letter.ts';
import { unsubscribeHref } from './unsubscribe.ts';

/** One digest as a mail. `name` is the digest and its day, such as DAILY 2026-11-24. */
export function digestMail(found: DigestRows, to: Addressee, sender: Sender, name: string): Mail {
  const digest = digestOf(name);
  const isDaily = digest === Rhythm.DAILY;
  const unsubscribe = unsubscribeHref(sender.origin, to.token, digest);
  const hub = sender.name;
  const letter: Letter = {
    language: locale(),
    subject: isDaily ? say.daily({ hub }) : say.weekly({ hub }),
    parts: partsOf(found, to, sender.origin),
    foot: footOf(isDaily ? say.whyDaily() : say.whyWeekly(), sender, unsubscribe),
  };
  const { hostname } = new URL(sender.origin);
  return {
    to: to.email,
    subject: letter.subject,
    text: plainText(letter),
    html: html(letter),
    unsubscribe,
    messageId: `<digest-${name.toLowerCase().replace(' ', '-')}-${to.id}@${hostname}>`,
    references: [],
    listId: `${digest.toLowerCase()}.${hostname}`,
  };
}

export function digestOf(name: string): Digest {
  return name.startsWith(Rhythm.WEEKLY) ? Rhythm.WEEKLY : Rhythm.DAILY;
}

function partsOf(found: DigestRows, to: Addressee, origin: string): Part[] {
  const discussion = ({ id, title, groupName, lastNumber, readTo }: DigestRows['followed'][number]) => ({
    text: say.discussionLine({ title, group: groupName, count: lastNumber - readTo }),
    href: `${origin}/discussions/${id}/unread`,
  });
  const parts: Part[] = [
    {
      heading: say.forYou(),
      lines: found.addressed.map((row) => {
        const { says, href } = sayingOf(row);
        return { text: says, href: origin + href };
      }),
    },
    {
      heading: say.fitting(),
      lines: found.fitting.map(({ id, title, closesAt }) => ({
        text: closesAt ? say.requestLine({ title, when: dayIn(closesAt, to) }) : title,
        href: `${origin}/requests/${id}`,
      })),
    },
    { heading: say.followed(), lines: found.followed.map(discussion) },
    { heading: say.strands(), lines: found.strands.map(discussion) },
    {
      heading: say.outcomes(),
      lines: found.outcomes.map(({ id, title }) => ({
        text: title,
        href: `${origin}/requests/${id}/outcome`,
      })),
    },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

function dayIn(at: Date | string, { viewer }: Addressee): string {
  const format = { day: 'numeric', month: 'long', timeZone: viewer.timeZone } as const;
  return new Intl.DateTimeFormat(localeTag(), format).format(new Date(isoInstant(at)));
}
