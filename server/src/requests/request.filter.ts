import type { RawBuilder } from 'kysely';
import { registerEnumType } from 'type-graphql';
import type { Context } from '../people/viewer.ts';
import { sql } from '../platform/sql.ts';
import { requestsForMe } from './request.for-me.ts';

export enum RequestFilter {
  OPEN = 'OPEN',
  MINE = 'MINE',
  PAST = 'PAST',
  FOR_ME = 'FOR_ME',
}
registerEnumType(RequestFilter, {
  name: 'RequestFilter',
  description: 'Which requests of a list to show.',
  valuesConfig: {
    OPEN: { description: 'Those that take responses, the first to close first.' },
    MINE: { description: 'Those the viewer owns or looks after as staff, the newest first.' },
    PAST: { description: 'Published ones that no longer take responses, the newest first.' },
    FOR_ME: { description: 'Open ones whose gates the viewer passes, the first to close first.' },
  },
});

/** How a list is sorted: by a moment and then the id, so that a page can go on from both. */
interface Order {
  by: RawBuilder<unknown>;
  key: 'closesAt' | 'createdAt' | 'openedAt';
  isRising: boolean;
}

export const ORDERS: Record<RequestFilter, Order> = {
  OPEN: { by: sql`r.closes_at`, key: 'closesAt', isRising: true },
  FOR_ME: { by: sql`r.closes_at`, key: 'closesAt', isRising: true },
  MINE: { by: sql`r.created_at`, key: 'createdAt', isRising: false },
  PAST: { by: sql`r.opened_at`, key: 'openedAt', isRising: false },
};

/** SQL, after `requestRows`: what stays in the list. */
export async function kept(
  context: Context,
  args: { filter: RequestFilter; strandId?: string | null; programmeId?: string | null },
): Promise<RawBuilder<unknown>> {
  const { strandId, programmeId } = args;
  // The strands of a request that only verified experts read are not given away by a list.
  const inStrand = sql`(r.sensitivity = 'PUBLIC' or reads.in_full) and exists (select 1 from request_strand rs
    where rs.request_id = r.id and rs.strand_id::text = ${strandId})`;
  return sql`${await filtered(context, args.filter)} and ${strandId ? inStrand : sql`true`}
    and ${programmeId ? sql`r.programme_id::text = ${programmeId}` : sql`true`}`;
}

async function filtered(context: Context, filter: RequestFilter): Promise<RawBuilder<unknown>> {
  if (filter === RequestFilter.OPEN) return takesResponses;
  if (filter === RequestFilter.MINE) return sql`(r.owner_id = v.id or ps.person_id is not null)`;
  if (filter === RequestFilter.PAST) return sql`r.opened_at is not null and not ${takesResponses}`;
  return sql`r.id = any(${await requestsForMe(context)}::uuid[]) and ${takesResponses}`;
}

const takesResponses = sql`(r.state = 'OPEN' and r.closes_at > now())`;
