import { api } from '#lib/api/api.ts';
import { PeoplePage } from '#lib/api/generated/operations.ts';
import type { PageServerLoad } from './$types';

const FILTERS = ['search', 'profession', 'country', 'language', 'contributionType'] as const;

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams;
  const after = asked.get('after');
  // An empty box filters nothing.
  const wanted = FILTERS.map((name) => [name, asked.get(name)?.trim() || null] as const);
  const filters = Object.fromEntries(wanted) as Record<(typeof FILTERS)[number], string | null>;
  const { people, contributionTypes } = await api(event)(PeoplePage, { ...filters, after });
  return { people, contributionTypes, filters, isFirst: !after };
};
