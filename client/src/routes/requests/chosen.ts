import type { Mode, RequestSort } from '#lib/api/generated/operations.ts';

/** What an address asks of the list; null keeps everything. */
export interface Chosen {
  strand: string | null;
  programme: string | null;
  expertise: string | null;
  country: string | null;
  language: string | null;
  place: Mode | null;
  hours: number | null;
}

const ID = /^[0-9a-f-]{36}$/i;
const PLACES: readonly Mode[] = ['REMOTE', 'HYBRID', 'IN_PERSON'];

/** The hours one may ask for at most. */
export const HOURS: readonly number[] = [2, 4, 8, 16, 40];

/** Reads an address as it may have been typed by anybody: what is not understood asks for nothing. */
export function chosenIn(params: URLSearchParams): Chosen {
  const said = (name: string) => params.get(name)?.trim() || null;
  const matching = (name: string, pattern: RegExp) => {
    const text = said(name);
    return text && pattern.test(text) ? text : null;
  };
  return {
    strand: matching('strand', ID),
    programme: matching('programme', ID),
    expertise: said('expertise')?.slice(0, 100) ?? null,
    country: matching('country', /^[a-z]{2}$/i),
    language: matching('language', /^[a-z]{2,3}$/i),
    place: PLACES.find((place) => place === said('place')) ?? null,
    hours: HOURS.find((hours) => String(hours) === said('hours')) ?? null,
  };
}

export function sortIn(params: URLSearchParams): RequestSort {
  return params.get('sort') === 'newest' ? 'NEWEST' : 'CLOSING';
}

/** The address of the list. The filters stay when the view changes; the place in the list does not. */
export function addressOf(
  view: string,
  chosen: Partial<Chosen>,
  sort: RequestSort = 'CLOSING',
  after: string | null = null,
): string {
  const said: [string, string][] = [['view', view]];
  for (const [name, value] of Object.entries(chosen)) if (value !== null) said.push([name, String(value)]);
  if (sort === 'NEWEST') said.push(['sort', 'newest']);
  if (after) said.push(['after', after]);
  return `/requests?${new URLSearchParams(said)}`;
}
