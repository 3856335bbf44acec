import type { FairnessPageQuery } from '#lib/api/generated/operations.ts';
import { toldText, type Cell } from '#lib/figures/figure.ts';
import { countryName } from '#lib/people/countries.ts';
import { words as say } from '#lib/say/generated/insight.ts';

type Group = FairnessPageQuery['insight']['fairness'][number];

/** One way of putting people together, as it is drawn, put in a table and written to a file. */
export interface FairnessPart {
  by: Group['by'];
  title: string;
  rows: { name: string; cells: Cell[] }[];
  bars: { label: string; count: number | null; text: string }[];
}

const TITLES: Record<Group['by'], () => string> = {
  COUNTRY: say.fairCountry,
  PROFESSION: say.fairProfession,
  HISTORY: say.fairHistory,
};
/** As many bars as can be told apart. */
const MOST_BARS = 8;
const LONGEST_LABEL = 14;

export function partsOf(groups: readonly Group[]): FairnessPart[] {
  return (['COUNTRY', 'PROFESSION', 'HISTORY'] as const).map((by) => {
    const own = groups.filter((group) => group.by === by);
    return {
      by,
      title: TITLES[by](),
      rows: own.map((group) => ({
        name: nameOf(group),
        cells: [group.shown, group.invited, group.accepted, group.selected].map(
          (count) => count ?? say.fairHeldBack(),
        ),
      })),
      bars: own.slice(0, MOST_BARS).map((group) => ({
        label: shortened(nameOf(group)),
        count: group.invited ?? null,
        text: group.invited === null ? say.fairHeldBack() : toldText(group.invited),
      })),
    };
  });
}

function nameOf({ by, value, isOthers }: Group): string {
  if (isOthers) return say.fairOthers();
  if (!value) return say.fairUnsaid();
  if (by === 'COUNTRY') return countryName(value);
  if (by === 'HISTORY') return value === 'FIRST' ? say.fairFirst() : say.fairBefore();
  return value;
}

function shortened(name: string): string {
  return name.length > LONGEST_LABEL ? `${name.slice(0, LONGEST_LABEL - 1)}…` : name;
}
