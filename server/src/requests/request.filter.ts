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

export enum RequestSort {
  CLOSING = 'CLOSING',
  NEWEST = 'NEWEST',
}
registerEnumType(RequestSort, {
  name: 'RequestSort',
  description: 'How a list of requests is sorted.',
  valuesConfig: {
    CLOSING: { description: 'The first to close first; only where they take responses.' },
    NEWEST: { description: 'The latest published first.' },
  },
});

/** How a list is sorted: by a moment and then the id, so that a page can go on from both. */
interface Order {
  by: RawBuilder<unknown>;
  key: 'closesAt' | 'createdAt' | 'openedAt';
  isRising: boolean;
}

const CLOSING: Order = { by: sql`r.closes_at`, key: 'closesAt', isRising: true };
const PUBLISHED: Order = { by: sql`r.opened_at`, key: 'openedAt', isRising: false };
/** Drafts were never published. */
const DRAFTED: Order = { by: sql`r.created_at`, key: 'createdAt', isRising: false };

export function orderOf(filter: RequestFilter, sort: RequestSort | null | undefined): Order {
  if (filter === RequestFilter.MINE) return DRAFTED;
  if (filter === RequestFilter.PAST || sort === RequestSort.NEWEST) return PUBLISHED;
  return CLOSING;
}

/** SQL, after `requestRows`: what stays in the list. */
export async function filtered(context: Context, filter: RequestFilter): Promise<RawBuilder<unknown>> {
  if (filter === RequestFilter.OPEN) return takesResponses;
  if (filter === RequestFilter.MINE) return isMine;
  if (filter === RequestFilter.PAST) return isPast;
  return isForMe(await requestsForMe(context));
}

export const takesResponses = sql<boolean>`(r.state = 'OPEN' and r.closes_at > now())`;
export const isMine = sql<boolean>`(r.owner_id = v.id or ps.person_id is not null)`;
export const isPast = sql<boolean>`(r.opened_at is not null and not ${takesResponses})`;

export function isForMe(ids: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`(r.id = any(${ids}::uuid[]) and ${takesResponses})`;
}
