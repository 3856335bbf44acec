import contract from '../../../../../schema/schema.graphql?raw';
import type { RequestHandler } from './$types';

/** The printed contract, as it was when this hub was built. */
export const GET: RequestHandler = () =>
  new Response(contract, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
