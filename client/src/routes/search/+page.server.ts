import { api } from '#lib/api/api.ts';
import { SearchPage } from '#lib/api/generated/operations.ts';
import { KINDS, kindNamed, type Sought } from './kinds.ts';
import type { PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
/** More than this is not read, and would not fit into the links of the page. */
const LONGEST = 1_000;

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const given = (name: string) => (searchParams.get(name) ?? '').trim().slice(0, LONGEST).toWellFormed();
  const sought: Sought = {
    q: given('q'),
    type: kindNamed(searchParams.get('type')),
    strand: given('strand'),
    country: given('country'),
  };
  const after = searchParams.get('after');
  const { search, strands } = await api(event)(SearchPage, {
    text: sought.q,
    kind: sought.type && KINDS[sought.type],
    strand: sought.strand || null,
    country: sought.country || null,
    after: sought.type && after,
  });
  return { search, strands, sought, isFirst: !sought.type || !after };
};
