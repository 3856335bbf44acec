import { api } from '#lib/api/api.ts';
import { RequestList } from '#lib/api/generated/operations.ts';
import type { PageServerLoad } from './$types';
import { viewNamed, viewsFor } from './views.ts';

const PAGE = 20;
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
    first: PAGE,
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
    now: new Date().toISOString(),
  };
};

function idIn(text: string | null): string | null {
  return text && ID.test(text) ? text : null;
}
