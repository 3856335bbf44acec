import { api } from '#lib/api/api.ts';
import { StrandsPage } from '#lib/api/generated/operations.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { strands, groups } = await api(event)(StrandsPage, {});
  return {
    strands,
    mine: groups.edges.map(({ node }) => node),
    isNew: event.url.searchParams.has('welcome'),
  };
};
