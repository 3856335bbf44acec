import type { DiscussionKind } from '#lib/api/generated/operations.ts';
import { words as say } from '#lib/say/generated/discussions.ts';

export const KINDS: readonly DiscussionKind[] = ['QUESTION', 'DISCUSSION', 'ANNOUNCEMENT'];

/** What a discussion is for, in a word. */
export function kindText(kind: DiscussionKind): string {
  if (kind === 'QUESTION') return say.kindQuestion();
  return kind === 'ANNOUNCEMENT' ? say.kindAnnouncement() : say.kindDiscussion();
}

export function isKind(text: string | null): text is DiscussionKind {
  return KINDS.some((kind) => kind === text);
}
