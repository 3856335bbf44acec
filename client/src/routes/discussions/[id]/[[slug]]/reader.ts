import { holdHeight, keepInPlace, mayAppend } from '#lib/live/anchor.ts';
import { news } from '#lib/live/announcer.svelte.ts';
import { preferencesHere } from '#lib/live/preferences.ts';
import { words as say } from '#lib/say/generated/live.ts';
import { localeTag } from '#lib/say/locale.ts';
import type { Reader, ReplyItem } from './replies.live.svelte.ts';

/** The reader of this page, in front of this screen. */
export function readerHere(id: string | null, isLast: () => boolean): Reader {
  let unsaid: ReplyItem[] = [];

  function words(): string {
    const count = unsaid.length;
    const names = [...new Set(unsaid.map(({ author }) => author.displayName))];
    unsaid = [];
    if (preferencesHere().announcements === 'count') return say.newReplies({ count });
    const list = new Intl.ListFormat(localeTag(), { type: 'conjunction' }).format(names);
    return say.newRepliesBy({ count, names: list });
  }

  return {
    id,
    mayAppend: () => isLast() && mayAppend(document.querySelector('.hub-replies')),
    change(change, removed) {
      if (removed) holdHeight(document.getElementById(`reply-${removed}`));
      void keepInPlace(change);
    },
    heard(reply) {
      if (preferencesHere().announcements === 'off') return;
      unsaid.push(reply);
      news.say(words);
    },
  };
}
