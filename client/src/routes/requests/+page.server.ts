import { api } from '#lib/api/api.ts';
import { RequestList, WhyNothingFits } from '#lib/api/generated/operations.ts';
import { countryOptions } from '#lib/people/countries.ts';
import { languageOptions } from '#lib/people/languages.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { chosenIn, sortIn } from './chosen.ts';
import { filtersIn } from './filters.ts';
import { viewNamed, viewsFor } from './views.ts';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const { viewer } = event.locals;
  // Everyone signed in may have drafts; whether the view is offered is known once the programmes are.
  const asked = viewNamed(searchParams.get('view'), viewsFor(viewer, true));
  const chosen = chosenIn(searchParams);
  const sort = sortIn(searchParams);
  const after = searchParams.get('after');
  const { strand, programme, place, hours, ...words } = chosen;
  const { requests, counts, all, strands, programmes, ...rest } = await api(event)(RequestList, {
    ...words,
    after,
    sort,
    filter: asked.filter,
    strandId: strand,
    programmeId: programme,
    mode: place,
    mostHours: hours,
    forMe: asked.filter === 'FOR_ME',
    isSignedIn: viewer !== null,
  });
  const mayPost = programmes.some(({ viewerCan }) => viewerCan.postRequest);
  const isEmpty = !after && requests.edges.length === 0;
  return {
    ...rest,
    requests: requests.edges.map(({ node }) => node),
    next: requests.pageInfo.hasNextPage ? requests.pageInfo.endCursor : null,
    isFirst: !after,
    view: asked,
    views: viewsFor(viewer, mayPost),
    counts,
    all,
    sort,
    chosen,
    filters: filtersIn(chosen, { strands, programmes }),
    choices: {
      strands,
      programmes: programmes.map(({ id, name }) => ({ id, name })),
      // Asked on the server alone: browsers differ in their lists.
      countries: countryOptions(),
      languages: viewer ? languageOptions() : [],
    },
    mayPost,
    why: asked.filter === 'FOR_ME' && isEmpty ? await whyNothingFits(event) : [],
    now: new Date().toISOString(),
  };
};

/** What keeps every open request from a person is about them, not about the requests: it is said once. */
async function whyNothingFits(event: RequestEvent): Promise<string[]> {
  const { requests } = await api(event)(WhyNothingFits, {});
  const [first = [], ...rest] = requests.edges.map(({ node }) => node.myGates);
  return first.filter((says) => rest.every((others) => others.includes(says)));
}
