import type { EntityManager } from '../platform/database.ts';
import { tellPerson } from '../platform/inbox.ts';
import { staffToTell } from '../requests/request.parts.ts';
import type { Request } from '../requests/request.ts';

/** Tells whoever decides on a request: its owner if that is theirs, otherwise the programme's staff without a conflict. */
export async function tellDeciders(
  em: EntityManager,
  request: Request,
  kind: 'RESPONSE_RECEIVED' | 'OFFER_ANSWERED',
  actorId: string | null,
): Promise<void> {
  const staff = await staffToTell(em, request);
  const owner = request.owner.id;
  const told = staff.includes(owner) ? [owner] : staff;
  for (const personId of told) tellPerson(em, { personId, kind, actorId, requestId: request.id });
}
