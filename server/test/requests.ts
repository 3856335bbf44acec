import type { Person } from '../src/people/person.ts';
import { Programme, ProgrammeStaff } from '../src/requests/programme.ts';
import { as, mutationOf, type Nested } from './as.ts';
import type { Cast } from './cast.ts';
import { hub } from './hub.ts';

/**
 * Three programmes: Hana works for Health systems partnerships, Joss for Ethical mobility and arrival, Ada for
 * Community-raised requests, where any member may draft.
 */
export async function programmes({ hana, joss, ada }: Cast) {
  const { orm } = await hub();
  const em = orm.em.fork();
  const health = new Programme(
    'health-systems-partnerships',
    'Health systems partnerships',
    'Skills, asked for.',
  );
  const mobility = new Programme(
    'ethical-mobility-and-arrival',
    'Ethical mobility and arrival',
    'Fair moves.',
  );
  const community = new Programme(
    'community-raised-requests',
    'Community-raised requests',
    'Raised by members.',
    true,
  );
  em.persist([health, mobility, community]);
  em.persist([
    new ProgrammeStaff(health, hana),
    new ProgrammeStaff(mobility, joss),
    new ProgrammeStaff(community, ada),
  ]);
  await em.flush();
  return { health, mobility, community };
}

/** A day this many days from today, in UTC. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** What a complete request says. */
export function wordsOf(
  programme: { id: string },
  words: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    programmeId: programme.id,
    title: 'Keep two oxygen plants running',
    problem:
      'Both plants stop every rainy season, and nobody on site has been shown how to start them again.',
    desiredOutcome: 'A checklist that a ward technician can follow.',
    contributionTypes: ['ADVISE', 'REVIEW'],
    effortHours: 6,
    peopleNeeded: 2,
    timeZone: 'Africa/Freetown',
    country: 'SL',
    closesOn: dayFromNow(20),
    questionsCloseOn: dayFromNow(14),
    neededBy: dayFromNow(40),
    criteria: [
      { importance: 'ESSENTIAL', kind: 'EXPERTISE', value: 'Oxygen systems', level: 'WORKING' },
      { importance: 'DESIRABLE', kind: 'COUNTRY', value: 'SL' },
    ],
    ...words,
  };
}

const AS_IT_IS = '{ id number state version }';
const mutation = (name: string) => mutationOf(name, `request ${AS_IT_IS}`);

/** Sends one of the mutations that answer with a request, and answers with that or with the problems. */
export async function act(person: Person, name: string, input: Record<string, unknown>): Promise<Nested> {
  return as(person).send(mutation(name), input);
}

/** The problems of an answer, as `field CODE`. */
export function refusals({ problems }: Nested): string[] {
  const found = (problems ?? []) as unknown as { code: string; field: string | null }[];
  return found.map(({ code, field }) => `${field} ${code}`);
}

/** Drafts, submits and publishes a request; answers with it as it then is. */
export async function openRequest(
  by: Person,
  programme: { id: string },
  words: Record<string, unknown> = {},
): Promise<{ id: string; version: number }> {
  const drafted = await act(by, 'draftRequest', wordsOf(programme, words));
  if (!drafted.request) throw new Error(JSON.stringify(drafted));
  const { id } = drafted.request;
  await act(by, 'submitRequest', { requestId: id, version: 1 });
  const { request } = await act(by, 'publishRequest', { requestId: id, version: 2 });
  return { id: String(id), version: Number(request?.version) };
}

/** An open request of Health systems partnerships, which Hana posted. */
export async function openRequestOf(all: Cast, words: Record<string, unknown> = {}) {
  const all3 = await programmes(all);
  return { ...all3, request: await openRequest(all.hana, all3.health, words) };
}
