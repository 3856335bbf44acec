import { api } from '#lib/api/api.ts';
import { TermsPage } from '#lib/api/generated/operations.ts';
import type { PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const csr = false;

const LONGEST = 100;

export const load: PageServerLoad = async (event) => {
  const search = (event.url.searchParams.get('q') ?? '').trim().slice(0, LONGEST).toWellFormed();
  const { vocabularyTerms } = search ? await api(event)(TermsPage, { search }) : { vocabularyTerms: [] };
  return { search, terms: vocabularyTerms };
};
