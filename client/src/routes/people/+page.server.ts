import { api } from '#lib/api/api.ts';
import { PeoplePage } from '#lib/api/generated/operations.ts';
import type { PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
const FILTERS = ['search', 'country', 'language', 'contributionType'] as const;

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams;
  const after = asked.get('after');
  // An empty box filters nothing.
  const wanted = FILTERS.map((name) => [name, asked.get(name)?.trim() || null] as const);
  const filters = Object.fromEntries(wanted) as Record<(typeof FILTERS)[number], string | null>;
  const { people, peopleCount, contributionTypes } = await api(event)(PeoplePage, { ...filters, after });
  return { people, count: peopleCount, contributionTypes, filters, isFirst: !after };
};
