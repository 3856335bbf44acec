import { sends, signedIn, type Door } from './doors.ts';

/** What groups and discussions let be done. Of a private group everyone signed in knows; of Whistle its lead alone. */
export const GROUPS: Door[] = [
  {
    ...sends('proposeGroup', 'group { slug }', () => ({ name: 'Burns', purpose: 'To heal.', strandIds: [] })),
    answers: signedIn('open'),
  },
  {
    ...sends('approveGroup', 'group { slug }', ({ waits }) => ({ groupId: waits.id })),
    at: 'a proposed group that nobody else knows of',
    answers: { ...signedIn('NOT_FOUND'), staff: 'open', otherStaff: 'open', admin: 'open' },
  },
  {
    ...sends('joinGroup', 'group { slug }', ({ whistle }) => ({ groupId: whistle.id })),
    at: 'a confidential group, which its lead is in already',
    answers: { ...signedIn('NOT_FOUND'), lead: 'open' },
  },
  {
    ...sends('joinGroup', 'group { membershipState }', ({ advisers }) => ({ groupId: advisers.id })),
    at: 'a private group, which one asks to be let in to',
    answers: signedIn('open'),
  },
  {
    ...sends('leaveGroup', 'group { slug }', ({ whistle }) => ({ groupId: whistle.id })),
    at: 'a confidential group',
    answers: { ...signedIn('NOT_FOUND'), lead: 'open' },
  },
  {
    ...sends('letIn', 'group { memberCount }', ({ whistle, tendo }) => ({
      groupId: whistle.id,
      personId: tendo.id,
    })),
    at: 'a confidential group',
    answers: { ...signedIn('NOT_FOUND'), lead: 'open' },
  },
  {
    ...sends('inviteMember', 'group { memberCount }', ({ whistle, pemba }) => ({
      groupId: whistle.id,
      personId: pemba.id,
    })),
    at: 'a confidential group',
    answers: { ...signedIn('NOT_FOUND'), lead: 'open' },
  },
  {
    ...sends('removeMember', 'group { memberCount }', ({ advisers, meera }) => ({
      groupId: advisers.id,
      personId: meera.id,
    })),
    at: 'a private group',
    answers: { ...signedIn('refused NOT_ALLOWED'), lead: 'open' },
  },
  {
    ...sends('makeLead', 'group { memberCount }', ({ advisers, meera }) => ({
      groupId: advisers.id,
      personId: meera.id,
      lead: true,
    })),
    at: 'a private group',
    answers: { ...signedIn('refused NOT_ALLOWED'), lead: 'open' },
  },
  {
    ...sends('startDiscussion', 'discussion { title }', ({ whistle }) => ({
      groupId: whistle.id,
      title: 'Rotas',
      body: 'How do you share yours?',
    })),
    at: 'a confidential group',
    answers: { ...signedIn('NOT_FOUND'), lead: 'open' },
  },
  {
    ...sends('startDiscussion', 'discussion { title }', ({ advisers }) => ({
      groupId: advisers.id,
      title: 'Rotas',
      body: 'How do you share yours?',
    })),
    at: 'a private group, of which everyone signed in knows',
    answers: { ...signedIn('refused NOT_ALLOWED'), member: 'open', lead: 'open' },
  },
  {
    ...sends('postReply', 'reply { html }', ({ list }) => ({ discussionId: list.id, body: 'And a third.' })),
    at: 'a discussion of a private group',
    answers: { ...signedIn('NOT_FOUND'), member: 'open', lead: 'open' },
  },
  {
    ...sends('editReply', 'reply { html }', ({ hers }) => ({ replyId: hers.id, version: 1, body: 'Three.' })),
    at: 'a reply in a private group, by Meera',
    answers: { ...signedIn('NOT_FOUND'), member: 'open', lead: 'refused NOT_ALLOWED' },
  },
  {
    ...sends('removeReply', 'reply { removedAt }', ({ hers }) => ({ replyId: hers.id })),
    at: 'a reply in a private group, by Meera',
    answers: { ...signedIn('NOT_FOUND'), member: 'open', lead: 'open' },
  },
  {
    ...sends('removeReply', 'reply { removedAt }', ({ opening }) => ({ replyId: opening.id })),
    at: 'a reply in a private group, by its lead',
    answers: { ...signedIn('NOT_FOUND'), member: 'refused NOT_ALLOWED', lead: 'open' },
  },
  {
    ...sends('markRead', 'discussion { readTo }', ({ list }) => ({ discussionId: list.id, number: 1 })),
    at: 'a discussion of a private group',
    answers: { ...signedIn('NOT_FOUND'), member: 'open', lead: 'open' },
  },
  {
    ...sends('markUnread', 'discussion { readTo }', ({ list }) => ({ discussionId: list.id, number: 1 })),
    at: 'a discussion of a private group',
    answers: { ...signedIn('NOT_FOUND'), member: 'open', lead: 'open' },
  },
  {
    ...sends('saveDraft', 'draft { place body }', ({ list }) => ({
      place: `discussion:${list.id}`,
      body: 'I began to say',
      version: 0,
    })),
    at: 'one’s own, wherever it is written',
    answers: signedIn('open'),
  },
  {
    ...sends('discardDraft', 'draft { body }', () => ({ place: 'discussion:begun' })),
    at: 'one’s own',
    answers: signedIn('open'),
  },
];
