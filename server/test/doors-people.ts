import { sends, signedIn, type Door } from './doors.ts';

const profile = { version: 0 };
const staff = { ...signedIn('NOT_FOUND'), staff: 'open', otherStaff: 'open', admin: 'open' } as const;

/** What people, strands and the inbox let be done. */
export const PEOPLE: Door[] = [
  {
    field: 'Query.waitingPeople',
    ask: () => ({ query: '{ waitingPeople { edges { node { email } } } }' }),
    answers: staff,
  },
  { field: 'Query.peopleWaiting', ask: () => ({ query: '{ peopleWaiting }' }), answers: staff },
  { ...sends('approvePerson', 'person { id }', ({ waiter }) => ({ personId: waiter.id })), answers: staff },
  {
    ...sends('refusePerson', 'person { displayName }', ({ waiter }) => ({
      personId: waiter.id,
      reason: 'We could not tell who you are.',
    })),
    answers: staff,
  },
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
    ...sends('addEvidence', 'evidence { title }', () => ({
      kind: 'PROJECT',
      title: 'Two plants',
      body: 'Kept.',
    })),
    answers: signedIn('open'),
  },
  {
    ...sends('editEvidence', 'evidence { title }', ({ evidence }) => ({
      ...{ evidenceId: evidence.id, kind: 'PROJECT', title: 'Two plants', body: 'Kept.' },
    })),
    answers: { ...signedIn('NOT_FOUND'), member: 'open' },
  },
  {
    ...sends('removeEvidence', 'profile { version }', ({ evidence }) => ({ evidenceId: evidence.id })),
    answers: { ...signedIn('NOT_FOUND'), member: 'open' },
  },
  {
    ...sends('addEvidenceFile', 'added', () => ({ format: 'CSV', text: 'title\nThree plants' })),
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
    ...sends('orderStrands', 'strands { slug }', ({ strand, ethical }) => ({
      strandIds: [ethical.id, strand.id],
    })),
    answers: { ...signedIn('NOT_FOUND'), admin: 'open' },
  },
  {
    ...sends('archiveStrand', 'strand { state }', ({ strand }) => ({ strandId: strand.id })),
    answers: { ...signedIn('NOT_FOUND'), admin: 'open' },
  },
];
