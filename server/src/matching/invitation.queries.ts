import type { PersonRow } from '../people/person.queries.ts';
import type { EntityManager } from '../platform/database.ts';
import { batch } from '../platform/batch.ts';
import { rows, sql } from '../platform/sql.ts';
import type { Invitation } from './invitation.ts';

/** An invitation as it is shown, with whom it names: flat, from one statement. */
export interface InvitationRow extends Pick<
  Invitation,
  'id' | 'message' | 'at' | 'band' | 'score' | 'reasons'
> {
  requestId: string;
  /** Null to staff who look blind. */
  person: PersonRow | null;
  invitedBy: PersonRow;
}

/** Who asked and when: the words to the person and the reasons of that day would tell who it is. */
export function toldBlind(invitation: InvitationRow): InvitationRow {
  return { ...invitation, person: null, message: '', reasons: [] };
}

/** The latest invitation of a person to a request, by `request:person`. Whoever asks may see the response it led to. */
export const invitationOf = batch<string, InvitationRow | null>(async (em, keys) => {
  const requestIds = [...new Set(keys.map((key) => key.split(':')[0] ?? ''))];
  const wanted = new Set<string>(keys);
  const found = await latestInvitations(em, requestIds);
  return new Map(
    found
      .map((row) => [keyOf(row.requestId, row.person?.id ?? ''), row] as const)
      .filter(([key]) => wanted.has(key)),
  );
}, null);

export function keyOf(requestId: string, personId: string): string {
  return `${requestId}:${personId}`;
}

/** The latest invitation of everyone invited to these requests. */
export function latestInvitations(
  em: EntityManager,
  requestIds: readonly string[],
): Promise<InvitationRow[]> {
  return rows<InvitationRow>(
    em,
    sql`
    select distinct on (i.request_id, i.person_id) i.id, i.request_id as "requestId", i.message, i.at, i.band, i.score, i.reasons,
      json_build_object('id', p.id, 'handle', p.handle, 'displayName', p.display_name, 'role', p.role,
        'isVerified', p.verified_at is not null) as person,
      json_build_object('id', b.id, 'handle', b.handle, 'displayName', b.display_name, 'role', b.role,
        'isVerified', b.verified_at is not null) as "invitedBy"
    from invitation i join person p on p.id = i.person_id join person b on b.id = i.invited_by_id
    where i.request_id = any(${requestIds}::uuid[]) order by i.request_id, i.person_id, i.at desc`,
  );
}
