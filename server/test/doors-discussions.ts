import { sends, signedIn, type Door } from './doors.ts';

/** Nobody but its members knows of a discussion in a private group; of them, Kofi started these and leads the group. */
const LED = { ...signedIn('NOT_FOUND'), member: 'refused NOT_ALLOWED', lead: 'open' } as const;
const READ = { ...signedIn('NOT_FOUND'), member: 'open', lead: 'open' } as const;
const at = 'a discussion of a private group';

/** How discussions are looked after. */
export const DISCUSSIONS: Door[] = [
  {
    ...sends('renameDiscussion', 'discussion { title }', ({ list }) => ({
      discussionId: list.id,
      version: 1,
      title: 'The red list',
      kind: 'DISCUSSION',
    })),
    at,
    answers: LED,
  },
  {
    ...sends('writeContext', 'discussion { context { html } }', ({ list }) => ({
      discussionId: list.id,
      version: 0,
      context: 'Two have moved.',
    })),
    at,
    answers: LED,
  },
  {
    ...sends('closeDiscussion', 'discussion { closedAt }', ({ list }) => ({
      discussionId: list.id,
      note: 'Settled.',
    })),
    at,
    answers: LED,
  },
  {
    ...sends('reopenDiscussion', 'discussion { closedAt }', ({ ended }) => ({ discussionId: ended.id })),
    at: 'a closed discussion of a private group',
    answers: LED,
  },
  {
    ...sends('moveDiscussion', 'discussion { group { slug } }', ({ list, technical }) => ({
      discussionId: list.id,
      groupId: technical.id,
    })),
    at: 'a discussion of a private group, to an open one which the same person leads',
    answers: LED,
  },
  {
    ...sends('moveDiscussion', 'discussion { group { slug } }', ({ list, whistle }) => ({
      discussionId: list.id,
      groupId: whistle.id,
    })),
    at: 'a discussion of a private group, to one that only its lead knows of',
    answers: { ...signedIn('NOT_FOUND'), lead: 'open' },
  },
  {
    ...sends('acceptAnswer', 'discussion { answer { number } }', ({ answering }) => ({
      replyId: answering.id,
    })),
    at: 'a question of a private group',
    answers: LED,
  },
  {
    ...sends('takeAnswerBack', 'discussion { isAnswered }', ({ asked }) => ({ discussionId: asked.id })),
    at: 'a question of a private group',
    answers: LED,
  },
  {
    ...sends('thankReply', 'reply { thanksCount }', ({ hers }) => ({ replyId: hers.id })),
    at: 'a reply in a private group, by Meera',
    answers: { ...READ, member: 'refused SELF' },
  },
  {
    ...sends('reportReply', 'reply { number }', ({ hers }) => ({ replyId: hers.id, reason: 'UNSAFE' })),
    at: 'a reply in a private group, by Meera',
    answers: { ...READ, member: 'refused SELF' },
  },
  {
    ...sends('followDiscussion', 'discussion { viewerFollows }', ({ list }) => ({ discussionId: list.id })),
    at,
    answers: READ,
  },
];
