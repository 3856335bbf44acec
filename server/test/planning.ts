import { as, mutationOf, type Nested } from './as.ts';
import type { Cast } from './cast.ts';
import { asExpert } from './experts.ts';
import { hub } from './hub.ts';
import { act, openRequest, openRequestOf } from './requests.ts';
import type { Person } from '../src/people/person.ts';
import { makeDuePlans } from '../src/plans/making.ts';

const PLAN = `id state done steps by { displayName } viewerCan { cancel accept discard } rules { group seats value missed }
  requests { request { id title } needed empty passed listScore planScore
    seats { id rank band score state whyNot person { displayName } }
    passedOver { rank person { displayName } } }`;

export function send(person: Person, name: string, input: Record<string, unknown> = {}): Promise<Nested> {
  return as(person).send(mutationOf(name, `plan { ${PLAN} }`), input);
}

export async function planOf(person: Person, id: unknown): Promise<Nested> {
  const data = await as(person).run(`query ($id: ID!) { plan(id: $id) { ${PLAN} } }`, { id });
  return data.plan as Nested;
}

/** Asks for a plan, lets it be made, and answers with it. */
export async function made(person: Person, input: Record<string, unknown> = {}): Promise<Nested> {
  const { plan, problems } = await send(person, 'makePlan', input);
  if (!plan) throw new Error(JSON.stringify(problems));
  await makeDuePlans(await hub());
  return planOf(person, plan.id);
}

/** Meera and Kofi, one ask each, and two open requests of Hana’s that both would serve. */
export async function twoRequests(all: Cast, words: Record<string, unknown> = {}) {
  await asExpert(all.meera);
  await asExpert(all.kofi, { loadCap: 1 });
  const { health, request: oxygen } = await openRequestOf(all, { peopleNeeded: 1, ...words });
  const second = { title: 'Train two technicians', peopleNeeded: 1, ...words };
  const training = await openRequest(all.hana, health, second);
  for (const { id } of [oxygen, training]) await act(all.hana, 'revealMatches', { requestId: id });
  return { health, oxygen, training };
}
