import type { Band, ResponseState } from '#lib/api/generated/operations.ts';

interface Fitting {
  closesAt?: string | null;
  myResponse?: { state: ResponseState } | null;
  myMatch?: { band: Band } | null;
}

const SHOWN = 3;
const BANDS: readonly Band[] = ['STRONG', 'GOOD', 'POSSIBLE'];

/** Still to be answered: nobody has asked, or somebody has and waits. */
export function waitsForMe({ myResponse }: Fitting): boolean {
  return !myResponse || myResponse.state === 'INVITED' || myResponse.state === 'SEEN';
}

/** What to show first: invitations, then the best match; what was answered comes last. */
export function topMatches<Request extends Fitting>(requests: readonly Request[]): Request[] {
  const rank = (request: Request) => {
    if (!waitsForMe(request)) return 100;
    if (request.myResponse) return 0;
    const band = BANDS.indexOf(request.myMatch?.band ?? 'POSSIBLE');
    return 1 + band;
  };
  const closing = ({ closesAt }: Request) => closesAt ?? '9999';
  return requests
    .toSorted((one, other) => rank(one) - rank(other) || (closing(one) < closing(other) ? -1 : 1))
    .slice(0, SHOWN);
}
