import { sends, signedIn, type Door } from './doors.ts';

const profile = { version: 0 };

/** What people, strands and the inbox let be done. */
export const PEOPLE: Door[] = [
  { ...sends('renamePerson', 'person { id }', () => ({ displayName: 'Heron' })), answers: signedIn('open') },
  { ...sends('editAbout', 'profile { headline }', () => profile), answers: signedIn('open') },
  {
    ...sends('editAvailability', 'profile { loadCap }', () => ({
      ...profile,
      windows: [],
      contributionTypes: ['ADVISE'],
      openToMatching: true,
    })),
    answers: signedIn('open'),
  },
  {
    ...sends('editExpertise', 'profile { specialties }', () => ({
      ...profile,
      items: [],
      specialties: ['Burns'],
    })),
    answers: signedIn('open'),
  },
  {
    ...sends('editLanguages', 'profile { languages { tag } }', () => ({
      ...profile,
      languages: [{ tag: 'fr', speaking: 'B2' }],
      countryExperience: [],
    })),
    answers: signedIn('open'),
  },
  {
    ...sends('editVisibility', 'profile { version }', () => ({
      ...profile,
      fields: [{ field: 'ABOUT', visibility: 'PUBLIC' }],
    })),
    answers: signedIn('open'),
  },
  {
    ...sends('verifyPerson', 'person { isVerified }', ({ tendo }) => ({
      personId: tendo.id,
      verified: true,
    })),
    answers: { ...signedIn('NOT_FOUND'), staff: 'open', otherStaff: 'open', admin: 'open' },
  },
  {
    ...sends('verifyPerson', 'person { isVerified }', ({ hana }) => ({ personId: hana.id, verified: true })),
    at: 'one of the staff, who cannot vouch for herself',
    answers: { ...signedIn('NOT_FOUND'), staff: 'refused SELF', otherStaff: 'open', admin: 'open' },
  },
  {
    ...sends('changeRole', 'person { role }', ({ tendo }) => ({ personId: tendo.id, role: 'STAFF' })),
    answers: { ...signedIn('NOT_FOUND'), admin: 'open' },
  },
  {
    ...sends('suspendPerson', 'person { id }', ({ tendo }) => ({ personId: tendo.id, suspended: true })),
    answers: { ...signedIn('NOT_FOUND'), admin: 'open' },
  },
  {
    ...sends('addStrand', 'strand { slug }', () => ({ name: 'Learning', purpose: 'To learn.' })),
    answers: { ...signedIn('NOT_FOUND'), admin: 'open' },
  },
  {
    ...sends('renameStrand', 'strand { slug }', ({ strand }) => ({
      strandId: strand.id,
      version: 1,
      name: 'Technical help',
      purpose: 'To help.',
    })),
    answers: { ...signedIn('NOT_FOUND'), admin: 'open' },
  },
  {
    ...sends('orderStrands', 'strands { slug }', ({ strand }) => ({ strandIds: [strand.id] })),
    answers: { ...signedIn('NOT_FOUND'), admin: 'open' },
  },
  {
    ...sends('archiveStrand', 'strand { state }', ({ strand }) => ({ strandId: strand.id })),
    answers: { ...signedIn('NOT_FOUND'), admin: 'open' },
  },
  {
    ...sends('markNotifications', 'unreadInbox', ({ news }) => ({ ids: [news.id], done: true })),
    at: 'somebody’s notification, which stays as it is for all others',
    answers: signedIn('open'),
  },
  { ...sends('markAllDone', 'unreadInbox', () => ({})), answers: signedIn('open') },
];
