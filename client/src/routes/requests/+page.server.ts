import { api } from '#lib/api/api.ts';
import { RequestList, WhyNothingFits } from '#lib/api/generated/operations.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { viewNamed, viewsFor } from './views.ts';

const ID = /^[0-9a-f-]{36}$/i;

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const { viewer } = event.locals;
  // Everyone signed in may have drafts; whether the view is offered is known once the programmes are.
  const asked = viewNamed(searchParams.get('view'), viewsFor(viewer, true));
  const chosen = {
    strandId: idIn(searchParams.get('strand')),
    programmeId: idIn(searchParams.get('programme')),
  };
  const after = searchParams.get('after');
  const { requests, strands, programmes, contributionTypes } = await api(event)(RequestList, {
    after,
    filter: asked.filter,
    ...chosen,
    forMe: asked.filter === 'FOR_ME',
  });
  const mayPost = programmes.some(({ viewerCan }) => viewerCan.postRequest);
  return {
    requests: requests.edges.map(({ node }) => node),
    next: requests.pageInfo.hasNextPage ? requests.pageInfo.endCursor : null,
    isFirst: !after,
    view: asked,
    views: viewsFor(viewer, mayPost),
    strands,
    programmes,
    contributionTypes,
    mayPost,
    chosen,
    why:
      asked.filter === 'FOR_ME' && !after && requests.edges.length === 0 ? await whyNothingFits(event) : [],
    now: new Date().toISOString(),
  };
};

/** What keeps every open request from a person is about them, not about the requests: it is said once. */
async function whyNothingFits(event: RequestEvent): Promise<string[]> {
  const { requests } = await api(event)(WhyNothingFits, {});
  const [first = [], ...rest] = requests.edges.map(({ node }) => node.myGates);
  return first.filter((says) => rest.every((others) => others.includes(says)));
}

function idIn(text: string | null): string | null {
  return text && ID.test(text) ? text : null;
}
