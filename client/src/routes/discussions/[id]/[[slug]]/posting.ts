import type { Refusal } from '#lib/api/form.ts';
import { PostReply, Preview } from '#lib/api/generated/operations.ts';
import { outbox } from '#lib/live/outbox.svelte.ts';
import { send } from '#lib/live/send.ts';
import { words as say } from '#lib/say/generated/writing.ts';
import type { ReplyItem } from './replies.live.svelte.ts';

type Posted =
  | { kind: 'reply'; reply: ReplyItem }
  | { kind: 'refused'; refusal: Refusal }
  /** The words are back in the box. */
  | { kind: 'signedOut' };

/**
 * Posts what a form holds, through the outbox: it is kept before it is sent, and sent again with the form's own id until
 * the hub has answered. `taken` is called once it is kept. Null means that it waits, and the page shows that.
 */
export async function postFrom(
  form: HTMLFormElement,
  discussionId: string,
  taken: () => void,
): Promise<Posted | null> {
  const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  const { body = '', lang = 'en', inReplyTo } = values;
  const clientMutationId = values['clientMutationId'] || crypto.randomUUID();
  const input = { clientMutationId, discussionId, body, lang, inReplyTo: Number(inReplyTo) || null };
  const answering = outbox.add(PostReply, input, placeOf(discussionId));
  write(form, '');
  taken();

  const answer = await answering;
  if (answer.kind === 'signedOut') {
    await outbox.discard(clientMutationId);
    write(form, body);
    return { kind: 'signedOut' };
  }
  if (answer.kind !== 'data') return null;
  const { postReply } = answer.data;
  if (postReply.__typename === 'PostReplyPayload') return { kind: 'reply', reply: postReply.reply };
  write(form, body);
  return { kind: 'refused', refusal: { problems: postReply.problems, values } };
}

export function placeOf(discussionId: string): string {
  return `discussion:${discussionId}`;
}

/** How a text will look once it is posted, or a sentence that says why that cannot be seen now. */
export async function previewOf(body: string): Promise<string> {
  if (!body.trim()) return say.previewNothing();
  const answer = await send(Preview, { body });
  return answer.kind === 'data' ? answer.data.preview : say.previewOffline();
}

function write(form: HTMLFormElement, text: string): void {
  const box = form.elements.namedItem('body');
  if (!(box instanceof HTMLTextAreaElement)) return;
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
}
