import { PrimaryKeyProp, type Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Person } from '../people/person.ts';
import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';
import { Request } from '../requests/request.ts';

export enum WorkloadState {
  INVITED = 'INVITED',
  OFFERED = 'OFFERED',
  ACCEPTED = 'ACCEPTED',
  ENGAGED = 'ENGAGED',
}

/**
 * What a person carries for a request, as far as matching must know it. Responses come after matching and write it here,
 * in the same transaction as what caused it; so matching reads nobody's response.
 */
@Entity()
export class Workload {
  [PrimaryKeyProp]?: ['person', 'request'];
  @ManyToOne(() => Person, { ref: true, primary: true }) person: Ref<Person>;
  @ManyToOne(() => Request, { ref: true, primary: true, index: false }) request: Ref<Request>;
  @Enum({ items: () => WorkloadState, type: 'text' }) state: WorkloadState;
  @Property({ type: 'timestamptz' }) since: Date;
  /** When they last began work on it. */
  @Property({ type: 'timestamptz', nullable: true }) engagedAt: Date | null;
  @Property({ type: 'timestamptz', nullable: true }) endedAt: Date | null;
}

/** Says what a person now carries for a request; null ends it. */
export async function carries(
  em: EntityManager,
  personId: string,
  requestId: string,
  state: WorkloadState | null,
  at: Date,
): Promise<void> {
  const when = at.toISOString();
  if (state === null) {
    await rows(
      em,
      sql`update workload set ended_at = ${when} where person_id = ${personId} and request_id = ${requestId} and ended_at is null`,
    );
    return;
  }
  const engaged = state === WorkloadState.ENGAGED ? when : null;
  await rows(
    em,
    sql`
    insert into workload (person_id, request_id, state, since, engaged_at) values (${personId}, ${requestId}, ${state}, ${when}, ${engaged})
    on conflict (person_id, request_id) do update set state = excluded.state, since = excluded.since, ended_at = null,
      engaged_at = coalesce(excluded.engaged_at, workload.engaged_at)`,
  );
}

/** SQL: how much person `p` has taken on: engagements and accepted offers. */
export const loadOf = sql<number>`(select count(*)::int from workload w
  where w.person_id = p.id and w.ended_at is null and w.state in ('ACCEPTED', 'ENGAGED'))`;

export interface Load {
  load: number;
  openInvitations: number;
  /** All that has not ended: also invitations and offers that wait for an answer. */
  carried: number;
  asksLastYear: number;
  lastEngagedAt: string | null;
}

/** Everyone's load, or that of these people, in one statement. Who carries nothing is not in it. */
export async function loadsOf(em: EntityManager, ids: readonly string[] | 'all'): Promise<Map<string, Load>> {
  const theirs = (column: string) =>
    ids === 'all' ? sql`true` : sql`${sql.ref(column)} = any(${ids}::uuid[])`;
  const found = await rows<Load & { personId: string }>(
    em,
    sql`
    with carried as (
      select person_id, count(*) filter (where ended_at is null and state in ('ACCEPTED', 'ENGAGED'))::int as load,
        count(*) filter (where ended_at is null and state = 'INVITED')::int as invited,
        count(*) filter (where ended_at is null)::int as open, max(engaged_at) as engaged
      from workload where ${theirs('person_id')} group by person_id
    ), asked as (
      select person_id, count(*)::int as asks from invitation
      where at > now() - interval '12 months' and ${theirs('person_id')} group by person_id
    )
    select coalesce(c.person_id, a.person_id) as "personId", coalesce(c.load, 0) as load,
      coalesce(c.invited, 0) as "openInvitations", coalesce(c.open, 0) as carried, coalesce(a.asks, 0) as "asksLastYear", c.engaged::text as "lastEngagedAt"
    from carried c full join asked a on a.person_id = c.person_id`,
  );
  return new Map(found.map((row) => [row.personId, row]));
}
