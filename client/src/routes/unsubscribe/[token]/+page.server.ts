import { api } from '#lib/api/api.ts';
import { UnsubscribePage } from '#lib/api/generated/operations.ts';
import type { PageServerLoad } from './$types';

/** Looking changes nothing: mail filters open every address they find. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  });
  const address = event.params.token;
  const { unsubscribe } = await api(event)(UnsubscribePage, { address });
  return { address, what: unsubscribe };
};
