import type { Person } from '../src/people/person.ts';
import { as, mutationOf, type Nested } from './as.ts';
import { act } from './requests.ts';

const RESPONSE = `id state answer text version feedback declineReason submittedAt criteria { criterionId evidence }
  person { displayName } request { id state } declaration { hasInterests interests assessment assessedBy { displayName } }
  engagement { hours deliverables startsOn agreedAt completedAt } invitation { message band score reasons { says } }
  viewerCan { edit withdraw acceptOffer declineOffer shortlist offer notSelect assess complete }`;

/** Sends one of the mutations that answer with a response, and answers with that or with the problems. */
export async function answer(person: Person, name: string, input: Record<string, unknown>): Promise<Nested> {
  return as(person).send(mutationOf(name, `response { ${RESPONSE} }`), input);
}

/** As `answer`, for those that must go well. */
export async function answered(
  person: Person,
  name: string,
  input: Record<string, unknown>,
): Promise<Nested> {
  const { response, problems } = await answer(person, name, input);
  if (!response) throw new Error(`${name}: ${JSON.stringify(problems)}`);
  return response;
}

export const NO_INTERESTS = { hasInterests: false, confidentiality: true, employerConsent: true };

/** Says yes, with all that a yes needs. */
export function sayYes(
  person: Person,
  requestId: string,
  words: Record<string, unknown> = {},
): Promise<Nested> {
  const text = 'I can show the ward team how to start both plants again.';
  return answered(person, 'respond', { requestId, answer: 'YES', text, declaration: NO_INTERESTS, ...words });
}

/** The request as this person sees it. */
export async function request(person: Person | null, id: string, fields: string): Promise<Nested> {
  const data = await as(person).run(`query ($id: ID!) { request(id: $id) { ${fields} } }`, { id });
  return data.request as Nested;
}

/** Moves a request by one of the mutations that need its version. */
export async function move(
  person: Person,
  name: string,
  requestId: string,
  words: Record<string, unknown> = {},
): Promise<Nested> {
  const { version } = await request(person, requestId, 'version');
  return act(person, name, { requestId, version, ...words });
}

/** As `move`, for those that must go well. */
export async function moved(
  person: Person,
  name: string,
  requestId: string,
  words: Record<string, unknown> = {},
): Promise<void> {
  const { request: now, problems } = await move(person, name, requestId, words);
  if (!now) throw new Error(`${name}: ${JSON.stringify(problems)}`);
}

/** Takes a response that waits all the way to an offer. */
export async function offerTo(
  staff: Person,
  response: Nested | undefined,
  terms: Record<string, unknown> = {},
): Promise<Nested> {
  const responseId = response?.id;
  const shortlisted = await answered(staff, 'shortlist', { responseId, version: response?.version });
  const deliverables = 'A checklist for the ward.';
  const offer = { responseId, version: shortlisted.version, hours: 6, deliverables };
  return answered(staff, 'offerWork', { ...offer, ...terms });
}

/** Why it was refused: each problem's field and code. */
export function codesOf(refused: Nested): string[] {
  return listOf(refused.problems).map(({ code, field }) => (field ? `${field} ${code}` : String(code)));
}

/** A list of an answer, to be walked through. */
export function listOf(value: Nested | undefined): Nested[] {
  return value as unknown as Nested[];
}

/** The nodes of a connection. */
export function nodesOf(value: Nested | undefined): Nested[] {
  return listOf(value?.edges).map(({ node }) => node as Nested);
}

/** Posts a request and brings it to where staff decide, with what these people answered. */
export async function assessed(
  staff: Person,
  requestId: string,
  responders: Person[],
): Promise<Map<string, Nested>> {
  for (const person of responders) await sayYes(person, requestId);
  await moved(staff, 'closeResponses', requestId);
  await moved(staff, 'startAssessing', requestId);
  const fields = 'responses(first: 100) { edges { node { id version person { id } } } }';
  const found = nodesOf((await request(staff, requestId, fields)).responses);
  return new Map(found.map((node) => [String(node.person?.id), node]));
}

/** What the inbox of this person says, the latest first. */
export async function inboxOf(person: Person): Promise<string[]> {
  const { inbox } = await as(person).run('query { inbox(first: 50) { edges { node { kind says } } } }');
  return nodesOf(inbox).map(({ kind, says }) => `${kind}: ${says}`);
}
