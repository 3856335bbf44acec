import type { Cast } from './cast.ts';
import { oxygenExperts } from './experts.ts';
import { hub } from './hub.ts';
import { act, openRequestOf } from './requests.ts';
import { answered, moved, nodesOf, offerTo, request, sayYes } from './responses.ts';
import { rows, sql } from '../src/platform/sql.ts';

export const feedback = 'The host found another way. Thank you for your time.';

export const reason = 'The host found another way.';

/** Everyone stands somewhere else: Kofi was invited, Meera has an offer, Pemba and Tendo wait. */
export async function halfway(all: Cast) {
  const em = (await hub()).orm.em.fork();
  await rows(
    em,
    sql`update person set verified_at = now() where id = any(${[all.pemba.id, all.tendo.id]}::uuid[])`,
  );
  for (const person of [all.pemba, all.tendo]) person.verifiedAt = new Date();
  await oxygenExperts(all);
  const { request: posted, health } = await openRequestOf(all);
  await act(all.hana, 'inviteExperts', { requestId: posted.id, personIds: [all.kofi.id] });
  for (const person of [all.meera, all.pemba, all.tendo]) await sayYes(person, posted.id);
  await moved(all.hana, 'closeResponses', posted.id);
  await moved(all.hana, 'startAssessing', posted.id);
  const found = await request(
    all.hana,
    posted.id,
    'responses { edges { node { id version person { id } } } }',
  );
  const of = (who: { id: string }) =>
    nodesOf(found.responses).find(({ person }) => String(person?.id) === who.id);
  const offered = await offerTo(all.hana, of(all.meera));
  await answered(all.hana, 'shortlist', { responseId: of(all.pemba)?.id, version: of(all.pemba)?.version });
  return { id: posted.id, health, offered };
}

export async function stateOf(person: Cast['meera'], id: string) {
  return (await request(person, id, 'state myResponse { state feedback }')).myResponse;
}
