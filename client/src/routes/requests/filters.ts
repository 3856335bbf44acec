import { countryName } from '#lib/people/countries.ts';
import { languageName } from '#lib/people/languages.ts';
import { MODES } from '#lib/requests/words.ts';
import { words as say } from '#lib/say/generated/requests.ts';
import type { Chosen } from './chosen.ts';

export interface Selected {
  name: keyof Chosen;
  text: string;
}

interface Named {
  id: string;
  name: string;
}

/** Each filter in use by its name, to be taken out by itself. */
export function filtersIn(
  chosen: Chosen,
  { strands, programmes }: { strands: readonly Named[]; programmes: readonly Named[] },
): Selected[] {
  const { strand, programme, expertise, country, language, place, hours } = chosen;
  const named = (list: readonly Named[], id: string) => list.find((each) => each.id === id)?.name ?? id;
  const selected: (Selected | null)[] = [
    strand === null ? null : { name: 'strand', text: named(strands, strand) },
    programme === null ? null : { name: 'programme', text: named(programmes, programme) },
    expertise === null ? null : { name: 'expertise', text: `“${expertise}”` },
    country === null ? null : { name: 'country', text: countryName(country.toUpperCase()) },
    language === null ? null : { name: 'language', text: languageName(language.toLowerCase()) },
    place === null ? null : { name: 'place', text: MODES[place] },
    hours === null ? null : { name: 'hours', text: say.upTo({ count: hours }) },
  ];
  return selected.filter((each) => each !== null);
}
