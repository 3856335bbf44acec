import { countryOptions } from '#lib/people/countries.ts';
import { zoneOptions } from '#lib/people/zones.ts';
import type { Option } from '#lib/ui/option.ts';

interface Named {
  id: string;
  name: string;
}

/** What the form of a request chooses from. */
export interface Choices {
  programmes: Named[];
  strands: Named[];
  kinds: { code: string; name: string; archivedAt: string | null }[];
  countries: Option[];
  zones: Option[];
  /** The writer's own. */
  zone: string;
}

interface Asked {
  programmes: (Named & { viewerCan: { postRequest: boolean } })[];
  strands: Named[];
  contributionTypes: Choices['kinds'];
}

/** Asked on the server alone: browsers differ in their lists. `kept` stays a choice whatever the writer may do now. */
export function choicesOf(
  { programmes, strands, contributionTypes }: Asked,
  zone: string,
  kept?: Named,
): Choices {
  const open = programmes.filter(({ id, viewerCan }) => viewerCan.postRequest || id === kept?.id);
  return {
    programmes: open.map(({ id, name }) => ({ id, name })),
    strands: strands.map(({ id, name }) => ({ id, name })),
    kinds: contributionTypes,
    countries: countryOptions(),
    zones: zoneOptions(zone),
    zone,
  };
}
